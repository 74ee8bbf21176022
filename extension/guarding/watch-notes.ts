/** What is kept while a site is watched, to find out how it signs people out. No values, only names and moments. */
export interface WatchNotes {
  /** Wall clock epoch ms. */
  since: number;
  ends: WatchedEnd[];
}

/** One end that the person confirmed, or a sign told. */
export interface WatchedEnd {
  at: number;
  /** When the person signed in, or was first seen signed in. */
  signedInAt?: number;
  /** When the person last used the site, and when its server last got a request, as far as seen. */
  lastInputAt?: number;
  lastRequestAt?: number;
  /** What changed around the end. */
  changed: { what: 'cookie-gone' | 'status' | 'redirect' | 'storage-gone'; name: string }[];
}
