import type { Phase } from '../../shared/phase.ts';
import type { Stated } from './stated.ts';

// What was seen of a site, to find out where it tells its end: names and moments, never a value.

export interface CookieSeen {
  name: string;
  /** As the browser has it: `.example.com` is a cookie of that host and all below it. */
  domain: string;
  httpOnly: boolean;
  secure: boolean;
  /** The browser does not list it for want of access to its host; asked by name it tells. */
  hidden?: true;
  /** Its own expiry. Absent: it goes with the browser. */
  endsAt?: number;
  stated?: Stated;
  /** It got another value with each reply that was seen. */
  changes?: boolean;
}

export interface ItemSeen {
  area: 'local' | 'session';
  key: string;
  stated: Stated;
}

export interface HeaderSeen {
  /** The path of the reply, without query. */
  path: string;
  name: string;
  stated: Stated;
}

/** `<session-guard>` in the page. */
export interface ElementSeen {
  phase: Phase | '';
  endsAt?: number;
  /** Of its page's own origin: the path at which it looks. */
  look?: string;
}

/** What a script in the page tells: believed as far as a page may be. */
export interface PageSeen {
  title: string;
  path: string;
  element?: ElementSeen;
  items: ItemSeen[];
  /** Names of items and of cookies that scripts can read. */
  keys: string[];
  cookies: string[];
  /** `<meta name="session-guard" content="no-keep-fresh">`. */
  forbids: boolean;
  /** A field for a password is to be seen. */
  signsIn: boolean;
}

export interface Seen {
  host: string;
  cookies: readonly CookieSeen[];
  headers: readonly HeaderSeen[];
  page?: PageSeen;
}
