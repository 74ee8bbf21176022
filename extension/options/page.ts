import { problem } from '../../shared/problem.ts';
import { createLive, type Live, type LiveEdges } from '../pages/live.ts';
import { languageFor as popupLanguage } from '../popup/texts.ts';
import { defaultPreferences, type Preferences } from '../stored.ts';
import type { Hands, Outcome } from './acting.ts';
import { writtenOf, type Profiles } from './documents.ts';
import { isChanged, writtenIn } from './drafts.ts';
import { readImport } from './importing.ts';
import { overlapsOf } from './overlaps.ts';
import { routeOf } from './routes.ts';
import type { OptionsWords, Scene, Shortcut, Ui } from './scene.ts';
import { optionsLanguage } from './texts.ts';

export interface OptionsEdges extends LiveEdges {
  hands: Hands;
  version: string;
  /** Of the browser. */
  language: string;
  hash(): string;
  onHash(run: () => void): void;
  shortcuts(): Promise<Shortcut[]>;
  shortcutsAddress: string;
  changeShortcuts(): void;
  saveFile(name: string, text: string): void;
  copy(text: string): Promise<void>;
}

/** What there is to draw. */
export type Shown =
  | { state: 'loading'; words: OptionsWords }
  | { state: 'broken'; words: OptionsWords; why: string; export(): void }
  | { state: 'ready'; scene: Scene };

const longest = 2 * 1024 * 1024;

/** The options without their document: `draw` is called with all there is to show. */
export function createOptions(edges: OptionsEdges, draw: (shown: Shown) => void) {
  let live: Live | undefined;
  let shortcuts: readonly Shortcut[] = [];
  let read: { from: unknown; profiles: Profiles; overlaps: ReadonlyMap<string, string[]> } | undefined;
  let ui: Ui = {
    route: routeOf(edges.hash()),
    search: '',
    drafts: new Map(),
    editor: 'form',
    open: new Set(),
    newSource: 'cookie',
    addresses: {},
    pasted: '',
    allEvents: false,
  };

  const wordsFor = (chosen: string): OptionsWords => {
    const language = optionsLanguage(chosen, edges.language);
    return { ...popupLanguage(language.tag), ...language };
  };

  // Reading a thousand takes a while: they were read already.
  const profilesIn = ({ stored: { profiles: from }, profiles: known }: Live & { state: 'ready' }) => {
    if (read && read.from === from) return read;
    const profiles = { written: writtenOf(from), read: known };
    return (read = { from, profiles, overlaps: overlapsOf(known) });
  };

  const show = () => {
    if (!live) return draw({ state: 'loading', words: wordsFor('') });
    if (live.state === 'broken') {
      const { data, why } = live;
      const exported = () => edges.saveFile('session-guard-stored.json', JSON.stringify(data, null, 2));
      return draw({ state: 'broken', words: wordsFor(''), why, export: exported });
    }
    const preferences: Preferences = { ...defaultPreferences, ...live.stored.preferences };
    const { profiles, overlaps } = profilesIn(live);
    draw({
      state: 'ready',
      scene: {
        live,
        profiles,
        overlaps,
        preferences,
        setAside: live.stored['set-aside'] ?? [],
        ui,
        words: wordsFor(preferences.language),
        about: { version: edges.version, shortcuts, shortcutsAddress: edges.shortcutsAddress },
        hands: edges.hands,
        ...controls,
      },
    });
  };

  const set = (change: Partial<Ui>) => {
    ui = { ...ui, ...change };
    show();
  };

  const act = (place: string, doing: Promise<Outcome>, done: string, then?: () => void) => {
    const begun = { place, done };
    set({ note: begun });
    void doing.then((outcome) => {
      if (outcome.ok) then?.();
      // Another was begun meanwhile: that one is spoken of.
      if (ui.note === begun) set({ note: { ...begun, outcome } });
    });
  };

  const failed = (code: string): Outcome => ({ ok: false, problem: problem(code) });

  const controls: Pick<
    Scene,
    'set' | 'act' | 'edit' | 'saved' | 'toggle' | 'readFile' | 'saveFile' | 'copy' | 'changeShortcuts'
  > = {
    set,
    act,
    edit(draft, id) {
      const drafts = new Map(ui.drafts);
      if (draft && isChanged(draft)) drafts.set(id, draft);
      else drafts.delete(id);
      // What is being done is spoken of when it is done.
      set({ drafts, note: ui.note?.outcome ? undefined : ui.note });
    },
    saved(draft) {
      const now = ui.drafts.get(draft.id);
      // What was typed meanwhile stays.
      const isNewer = now !== undefined && now.text !== draft.text;
      controls.edit(isNewer ? { ...now, base: writtenIn(draft)! } : undefined, draft.id);
    },
    toggle(name, open) {
      if (ui.open.has(name) === open) return;
      const next = new Set(ui.open);
      if (open) next.add(name);
      else next.delete(name);
      set({ open: next });
    },
    readFile(file) {
      const text = file.size > longest ? Promise.resolve(' '.repeat(longest)) : file.text();
      text.then(
        (pasted) => set({ pasted, importing: readImport(pasted), note: undefined }),
        () => set({ note: { place: 'import', done: '', outcome: failed('unreadable') } }),
      );
    },
    saveFile: edges.saveFile,
    copy(place, text) {
      const copied = edges.copy(text).then(
        (): Outcome => ({ ok: true }),
        () => failed('not-copied'),
      );
      act(place, copied, wordsFor('').options.copied);
    },
    changeShortcuts: edges.changeShortcuts,
  };

  edges.onHash(() => set({ route: routeOf(edges.hash()), note: undefined, allEvents: false }));
  void edges.shortcuts().then((found) => {
    shortcuts = found;
    show();
  });
  show();
  const following = createLive(edges, (next) => {
    live = next;
    show();
  });

  return {
    stop: following.stop,
    redraw: following.redraw,
    hasUnsaved: () => ui.drafts.size > 0,
  };
}
