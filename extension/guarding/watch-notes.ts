/** What is kept while a site is watched, to find out how it signs people out. No values, only names and moments. */
export interface WatchNotes {
  /** Wall clock epoch ms. */
  since: number;
  /** The latest 10. */
  ends: WatchedEnd[];
  /** Since the last end, or the beginning. */
  now?: WatchedNow;
}

/** One end that the person confirmed, or a sign told. */
export interface WatchedEnd {
  at: number;
  /** When the person signed in, or was first seen signed in. */
  signedInAt?: number;
  /** When the person last used the site, and when its server last got a request, as far as seen. */
  lastInputAt?: number;
  lastRequestAt?: number;
  /** Names of cookies that were written when the person signed in. */
  written?: string[];
  /** What changed around the end. */
  changed: Changed[];
}

/** The session that is watched. */
export interface WatchedNow extends Omit<WatchedEnd, 'at' | 'changed'> {
  /** The latest 20 that may have to do with an end. */
  changes: (Changed & { at: number })[];
  /** The person said that this was no end: what changed until then is not asked about again. */
  deniedAt?: number;
}

export interface Changed {
  what: 'cookie-gone' | 'status' | 'redirect' | 'storage-gone';
  /** Of a cookie or item; `401 /api/me`; the path or address that a reply led to. Never a query. */
  name: string;
}
