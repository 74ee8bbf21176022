import { problem, type Problem } from '../../../shared/problem.ts';
import { setOwn } from '../../../component/theme-editor/edits.ts';
import { fileText, type ThemeFile } from '../../../component/theme-editor/file.ts';
import type { Speak } from '../../../component/theme-editor/theme-editor.ts';
import type { Policy } from '../../policy/policy.ts';
import { themeKey } from '../../stored.ts';
import { builtInIds, loadBuiltIn } from '../../themes/built-in.ts';
import { freeId, keptIn, refusedOf } from '../../themes/kept.ts';
import type { Outcome } from '../acting.ts';
import { entriesOf, nameOfFile, type Entry } from './entries.ts';

export interface ThemeEdges {
  put(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** What was changed and not saved, by theme: it outlives the page. */
  draft(id: string): string | undefined;
  keepDraft(id: string, text: string | undefined): void;
  /** Fetches the editor and the pictures. */
  load(): Promise<unknown>;
  speak: Speak;
  languages: readonly string[];
}

/** The theme that is being edited. */
export interface Opened {
  id: string;
  /** What the editor begins with; another `turn` begins anew. */
  text: string;
  turn: number;
  now: string;
  isChanged: boolean;
  wasKept: boolean;
}

/** The themes of the options page: what there is of them, and what is done with them. */
export function createThemes(edges: ThemeEdges, redraw: () => void) {
  const builtIn = new Map<string, string>();
  let stored: object = {};
  let policy: Pick<Policy, 'theme' | 'organisation'> = {};
  let coming: Promise<unknown> | undefined;
  let isHere = false;
  let opened: Opened | undefined;
  let turn = 0;

  async function fetchBuiltIn() {
    await Promise.all(
      builtInIds.map(async (id) => builtIn.set(id, fileText((await loadBuiltIn(id)) as ThemeFile))),
    );
    redraw();
  }

  const put = (id: string, text: string): Promise<Outcome> =>
    edges.put(themeKey(id), text).then(
      () => ({ ok: true }),
      () => ({ ok: false, problem: problem('not-kept') }),
    );

  const others = (id?: string) => keptIn(stored).filter((each) => each.id !== id);
  const take = (text: string) => ({
    id: freeId(nameOfFile(text), [...builtInIds, ...keptIn(stored).map(({ id }) => id)]),
    text,
  });

  /** Of the last import. */
  const importing = { pasted: '', refused: [] as readonly Problem[] };

  const set = (change: Partial<typeof importing>) => {
    Object.assign(importing, change);
    redraw();
  };

  /** Adds it whole, or says why not. */
  async function add(text: string): Promise<Outcome & { id?: string }> {
    const refused = refusedOf(text, others());
    set({ refused });
    if (refused.length) return { ok: false, problem: refused[0]! };
    const { id } = take(text);
    const outcome = await put(id, text);
    if (outcome.ok) set({ pasted: '' });
    return { ...outcome, id };
  }

  return {
    importing,
    add,
    speak: edges.speak,
    languages: edges.languages,
    follow(next: object, decided: typeof policy) {
      stored = next;
      policy = decided;
    },
    /** All that there are; those that are built in are fetched when somebody asks. */
    entries(): Entry[] {
      coming ??= fetchBuiltIn();
      return entriesOf(stored, policy as Policy, builtIn);
    },
    /** Whether there is code for editor and pictures by now. */
    isHere(): boolean {
      if (!isHere)
        void edges.load().then(() => {
          const was = isHere;
          isHere = true;
          if (!was) redraw();
        });
      return isHere;
    },
    /** One like it, under another name. */
    copy: (text: string, name: string) =>
      add(fileText(setOwn(JSON.parse(text) as ThemeFile, ['name'], name.slice(0, 80)))),
    remove(id: string): Promise<Outcome> {
      edges.keepDraft(id, undefined);
      if (opened?.id === id) opened = undefined;
      return edges.remove(themeKey(id)).then(() => ({ ok: true }));
    },
    /** In the editor, with what was not saved last time. */
    open({ id, text = '{}' }: Entry): Opened {
      if (opened?.id === id) return opened;
      const draft = edges.draft(id);
      const now = draft ?? text;
      return (opened = {
        id,
        text: now,
        now,
        turn: (turn += 1),
        isChanged: draft !== undefined,
        wasKept: draft !== undefined,
      });
    },
    edit(id: string, now: string) {
      if (opened?.id !== id) return;
      const saved = keptIn(stored).find((each) => each.id === id)?.text;
      const isChanged = saved === undefined || !isSame(saved, now);
      opened = { ...opened, now, isChanged, wasKept: false };
      edges.keepDraft(id, isChanged ? now : undefined);
      redraw();
    },
    async save(id: string): Promise<Outcome> {
      const now = opened?.now ?? '';
      const [refused] = refusedOf(now, others(id));
      if (refused) return { ok: false, problem: refused };
      const outcome = await put(id, now);
      if (outcome.ok && opened?.id === id) {
        // What was changed meanwhile is not saved.
        const isChanged = opened.now !== now;
        opened = { ...opened, isChanged, wasKept: false };
        edges.keepDraft(id, isChanged ? opened.now : undefined);
      }
      return outcome;
    },
    discard(entry: Entry) {
      edges.keepDraft(entry.id, undefined);
      opened = undefined;
      redraw();
    },
  };
}

export type ThemesDesk = ReturnType<typeof createThemes>;

const isSame = (one: string, other: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
};
