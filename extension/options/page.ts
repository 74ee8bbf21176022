import { problem } from '../../shared/problem.ts';
import type { Language } from '../pages/language.ts';
import { chosenIn, createLive, type Live, type LiveEdges } from '../pages/live.ts';
import type { Speaking } from '../pages/speaking.ts';
import { defaultPreferences, type Preferences } from '../stored.ts';
import type { Hands, Outcome } from './acting.ts';
import { writtenOf, type Profiles } from './documents.ts';
import { isChanged, writtenIn } from './drafts.ts';
import { readImport } from './importing.ts';
import { overlapsOf } from './overlaps.ts';
import type { Policy } from '../policy/policy.ts';
import { themeProblems } from './policy-theme.ts';
import { createThemes, type ThemeEdges } from './themes/desk.ts';
import { routeOf } from './routes.ts';
import type { Scene, Shortcut, Ui } from './scene.ts';

export interface OptionsEdges extends LiveEdges {
  hands: Hands;
  version: string;
  speaking: Speaking;
  hash(): string;
  onHash(run: () => void): void;
  shortcuts(): Promise<Shortcut[]>;
  shortcutsAddress: string;
  changeShortcuts(): void;
  saveFile(name: string, text: string): void;
  copy(text: string): Promise<void>;
  themes: ThemeEdges;
}

/** What there is to draw. */
export type Shown =
  | { state: 'loading'; words: Language }
  | { state: 'broken'; words: Language; why: string; export(): void }
  | { state: 'ready'; scene: Scene };

const longest = 2 * 1024 * 1024;

/** The options without their document: `draw` is called with all there is to show. */
export function createOptions(edges: OptionsEdges, draw: (shown: Shown) => void) {
  let live: Live | undefined;
  let shortcuts: readonly Shortcut[] = [];
  let read:
    | { from: unknown; policy: Policy; profiles: Profiles; overlaps: ReadonlyMap<string, string[]> }
    | undefined;
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

  // Reading a thousand takes a while: they were read already.
  const profilesIn = ({ stored: { profiles: from }, profiles: known, policy }: Live & { state: 'ready' }) => {
    if (read && read.from === from && read.policy === policy) return read;
    const profiles = { written: writtenOf(from), read: known };
    return (read = { from, policy, profiles, overlaps: overlapsOf(known) });
  };

  const { speaking } = edges;
  const themes = createThemes(edges.themes, () => show());

  const show = () => {
    const words = speaking.language();
    if (!words) return;
    if (!live) return draw({ state: 'loading', words });
    if (live.state === 'broken') {
      const { data, why } = live;
      const exported = () => edges.saveFile('session-guard-stored.json', JSON.stringify(data, null, 2));
      return draw({ state: 'broken', words, why, export: exported });
    }
    const preferences: Preferences = { ...defaultPreferences, ...live.stored.preferences };
    const policyProblems = [...live.policyProblems, ...themeProblems(live.policy)];
    const { profiles, overlaps } = profilesIn(live);
    themes.follow(live.stored, live.policy);
    draw({
      state: 'ready',
      scene: {
        live,
        profiles,
        overlaps,
        preferences,
        policyProblems,
        setAside: live.stored['set-aside'] ?? [],
        ui,
        words,
        ofBrowser: speaking.ofBrowser,
        about: { version: edges.version, shortcuts, shortcutsAddress: edges.shortcutsAddress },
        hands: edges.hands,
        themes,
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
      act(place, copied, speaking.language()?.options.copied ?? '');
    },
    changeShortcuts: edges.changeShortcuts,
  };

  edges.onHash(() => set({ route: routeOf(edges.hash()), note: undefined, allEvents: false }));
  void edges.shortcuts().then((found) => {
    shortcuts = found;
    show();
  });
  speaking.onChange(show);
  show();
  const following = createLive(edges, (next) => {
    live = next;
    speaking.choose(chosenIn(next));
    show();
  });

  return {
    stop: following.stop,
    redraw: following.redraw,
    hasUnsaved: () => ui.drafts.size > 0,
  };
}
