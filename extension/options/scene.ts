import type { Problem } from '../../shared/problem.ts';
import type { Language } from '../pages/language.ts';
import type { Live } from '../pages/live.ts';
import type { Preferences, SetAside } from '../stored.ts';
import type { Hands, Outcome } from './acting.ts';
import type { Profiles } from './documents.ts';
import type { Draft } from './drafts.ts';
import type { Importing } from './importing.ts';
import type { Route } from './routes.ts';
import type { ThemesDesk } from './themes/desk.ts';

/** What is said beside the control that was used last. */
export interface Note {
  place: string;
  /** Absent while it is being done. */
  outcome?: Outcome;
  /** What to say where it worked. */
  done: string;
}

/** A question before something is taken away. */
export interface Question {
  heading: string;
  text: string;
  action: string;
  run(): void;
}

/** What the page knows beside what is stored. */
export interface Ui {
  route: Route;
  search: string;
  /** By site. Kept while people look elsewhere. */
  drafts: ReadonlyMap<string, Draft>;
  editor: 'form' | 'json';
  /** Which parts of the form are unfolded. */
  open: ReadonlySet<string>;
  newSource: string;
  addresses: Readonly<Record<string, string>>;
  pasted: string;
  importing?: Importing;
  allEvents: boolean;
  note?: Note;
  question?: Question;
}

export interface Shortcut {
  name: string;
  keys: string;
}

/** All that a view draws from, and what its controls do. */
export interface Scene {
  live: Live & { state: 'ready' };
  profiles: Profiles;
  /** By site: those that come first where both match. */
  overlaps: ReadonlyMap<string, string[]>;
  preferences: Preferences;
  /** What of the organisation's policy cannot be used. */
  policyProblems: Problems;
  setAside: readonly SetAside[];
  ui: Ui;
  words: Language;
  /** The language of the browser, as far as it is spoken. */
  ofBrowser: string;
  about: { version: string; shortcuts: readonly Shortcut[]; shortcutsAddress: string };
  hands: Hands;
  themes: ThemesDesk;
  set(change: Partial<Ui>): void;
  /** Does it, and says beside `place` how it went. */
  act(place: string, doing: Promise<Outcome>, done: string, then?: () => void): void;
  edit(draft: Draft | undefined, id: string): void;
  /** It is stored now as this draft has it. */
  saved(draft: Draft): void;
  toggle(name: string, open: boolean): void;
  readFile(file: File): void;
  saveFile(name: string, text: string): void;
  copy(place: string, text: string): void;
  changeShortcuts(): void;
}

export type Problems = readonly Problem[];
