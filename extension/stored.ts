import type { Ending } from '../shared/ending.ts';
import type { Facts } from '../shared/facts.ts';
import type { Problem } from '../shared/problem.ts';
import type { Asking } from '../shared/status.ts';
import type { WatchNotes } from './guarding/watch-notes.ts';

/**
 * What is in `storage.local` (of private windows: in `storage.session`, with the same keys). It is the one truth: the
 * background changes it, pages and prompts compute what they show from it, and nothing is pushed to them.
 */
export interface Stored {
  /** As somebody wrote them: read by `readProfiles`, never changed by it. */
  profiles?: unknown;
  preferences?: Partial<Preferences>;
  /** What the person's organisation decided, as the browser told it last: it takes seconds to tell when it starts. */
  policy?: unknown;
  /** What could not be read, for export; never emptied by itself. */
  'set-aside'?: SetAside[];
  /** What the person wants guarded, stored before access is asked for, and done when it is given. */
  wish?: Wish;
  /** A theme file of the person's own, as it was written. The options put it there themselves: nothing is asked of it. */
  [theme: `theme:${string}`]: string;
  [site: `site:${string}`]: SiteState;
  [session: `session:${string}`]: SessionRecord;
}

export const themeKey = (id: string): `theme:${string}` => `theme:${id}`;
export const siteKey = (id: string): `site:${string}` => `site:${id}`;
export const sessionKey = (key: string): `session:${string}` => `session:${key}`;

export interface Preferences {
  notifications: boolean;
  /** For sites guarded from now on. */
  newSites: { prompt: 'guard' | 'badge' };
  /** A language tag; `''`: the browser's. */
  language: string;
  theme: string;
}

export const defaultPreferences: Preferences = {
  notifications: true,
  newSites: { prompt: 'guard' },
  language: '',
  theme: 'default',
};

export interface SetAside {
  at: number;
  key: string;
  data: unknown;
  problems: Problem[];
}

/** The site that a click on "Guard this site" was for. */
export interface Wish {
  at: number;
  /** Of the page: `https://app.example.com`. */
  origin: string;
  name: string;
  tabId?: number;
}

/** What is kept of a guarded site beside its profile. Moments are wall clock epoch ms. */
export interface SiteState {
  guardedAt: number;
  /** Nothing is asked, injected or shown: the person paused it, or has not confirmed what was imported. */
  paused?: 'person' | 'unconfirmed';
  /** The person's switch. Absent: off. */
  keepFresh?: { since: number; until?: number; untilTabCloses?: number };
  /** At most 50, none older than 30 days; the newest last. */
  endings: PastEnding[];
  /** When the person last said that they are signed in there: also of a session that is seen a moment later. */
  saidAt?: number;
  watch?: WatchNotes;
  /** A proposal that was declined is not made again. */
  declined?: string[];
}

export interface PastEnding extends Pick<Ending, 'reason' | 'code' | 'requestId'> {
  at: number;
  /** The path of the page or reply, without query. */
  path?: string;
  /** What told it, such as `sign 3`, `look`, `clock`. */
  by: string;
  /** The stated end minus `at`, in ms, where one was known: how much too early it came. */
  early?: number;
}

/** All that is known of one session: profile × cookie store (× host). Facts, never a phase. */
export interface SessionRecord {
  v: 1;
  site: string;
  store: string;
  /** With `perHost`, else `''`. */
  host: string;
  isPrivate: boolean;
  /** Of the page last seen: relative addresses are resolved against it. */
  page: string;
  facts: Facts;
  /** What each source said last, by its place in `expiry`. */
  told: Record<number, SourceFact>;
  asking: Asking;
  /** A look said "alive" once while the person was signed in: its "ended" is believed from then on. */
  lookProven: boolean;
  /** The expiry moved by a look alone: it is not used as one again. */
  lookExtends: boolean;
  /** How many looks in a row moved the expiry by as much as time went by. */
  lookMoved: number;
  /** The last renewal was confirmed by a counted reply only. */
  probably: boolean;
  /** Tabs of this session that are open; none: nothing is asked. */
  tabs: number;
  /** Since when none of them is in view. */
  awaySince?: number;
  /** Local moment of the last trusted input that was told. */
  inputAt?: number;
  /** The site forbids keeping fresh, by its `<meta>`. */
  forbids: boolean;
  /** Names of the cookies that were there when they were last looked at, as far as signs mean them. */
  cookies: string[];
  /** The latest 20, without secrets. */
  problems: (Problem & { at: number })[];
  /** Why keeping fresh does not work at the moment. */
  stuck?: Stuck;
  /** The local moment saved last: local time goes on from here. */
  savedAt: number;
  /** The ends (local moments) that a notification told, and the one that the history has. */
  notified: {
    warning?: number;
    end?: number;
    history?: number;
    /** The end that was told lasts: however often it is told again, it is no new one. */
    over?: true;
  };
}

/** An expiry as one source told it; times are local moments. */
export interface SourceFact {
  /** `server`: on the server's clock. */
  at: number;
  server: boolean;
  readAt: number;
  /** When this expiry was first told, and how long was left then. */
  since: number;
  lifetime: number;
}

export type Stuck =
  'no-tab' | 'tab-in-view' | 'tab-used' | 'site-forbids' | 'locked' | 'idle' | 'new-token' | 'not-possible';
