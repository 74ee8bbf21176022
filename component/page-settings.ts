/** Attributes that only a page has; those of the core stand at `Settings`. Names are the attributes in camelCase. */
export interface PageSettings {
  /** What the server rendered: the moment the session ends, in any form `readMoment` takes. */
  expiresAt?: string | number | null;
  /** What the server rendered: seconds from then. Give both where you can: it shows how wrong this clock is. */
  expiresIn?: string | number | null;
  /** The moment no renewal can pass. Default: none. */
  absoluteExpiresAt?: string | number | null;
  /** Where the CSRF token of renewals is read when sending: `meta:<name>` or `cookie:<name>`. Default: none. */
  csrfFrom?: string | null;
  /** Default: `X-CSRF-Token`. */
  csrfHeader?: string | null;
  /** Where people sign in: a real link. Default: none is drawn. */
  signInUrl?: string | null;
  /** `_blank` (default: the work stays here), `_self` or `popup`. */
  signInTarget?: string | null;
  /** Adds this page's path and query to the sign-in link under this name. Default: no. */
  returnParam?: string | null;
  /** Other origins that may be told the way back, space-separated. Default: this origin only. */
  returnOrigins?: string | null;
  /** "Sign out now": a plain link. Default: none is drawn. */
  signOutUrl?: string | null;
  /** Events only, no UI. Default: `false`. */
  headless?: boolean;
  /**
   * Sends every look and renewal, so that a page can add its bearer, its fingerprint or its own silent refresh.
   * The element keeps nothing of it. Default: `fetch`.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null;
}
