import type { Live } from '../pages/live.ts';
import type { SessionView } from '../session/view.ts';
import type { Command } from '../messages.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Language } from '../pages/language.ts';
import type { CurrentTab } from './tab.ts';

/** How far "Guard this site" has come. */
export type Guarding = 'idle' | 'asking' | 'denied' | 'working' | Problem;

/** All that a drawing of the popup depends on. */
export interface Scene {
  live?: Live;
  language: Language;
  tab?: CurrentTab;
  isOnline: boolean;
  guarding: Guarding;
  search: string;
  showAll: boolean;
  /** Rows that are unfolded. */
  open: ReadonlySet<string>;
  /** What was asked for and is not answered yet, by session. */
  pending: ReadonlyMap<string, Command['do']>;
  /** What came of the last command, or of asking for access, by session. */
  problems: ReadonlyMap<string, Problem>;
  /** Sites for which there is a suggestion. */
  suggestions: ReadonlySet<string>;
  /** For the live region. */
  speech: string;
  gestures: Gestures;
}

export interface Gestures {
  /** A press that may become a click on "Guard this site". */
  pressGuard(): void;
  guard(): void;
  giveAccess(view: SessionView): void;
  giveCookies(view: SessionView): void;
  send(key: string, command: Command): void;
  /** Opens one of our pages. */
  page(path: string): void;
  find(search: string): void;
  showAll(): void;
  unfold(key: string, open: boolean): void;
  saveCopy(): void;
}

export type Ready = Scene & { live: Live & { state: 'ready' } };
