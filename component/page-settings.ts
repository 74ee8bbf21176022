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
  /** For a flow that cannot go on once its session is over: a plain link to its beginning. Default: none is drawn. */
  restartUrl?: string | null;
  /** `prompt` (default); `cover`: at the end, and out of sight before it, the page is hidden behind an opaque cover. */
  onExpire?: string | null;
  /**
   * Keeps what was typed and not sent for this tab, across a sign-in that leaves the page, and offers it afterwards.
   * Needs a `subject` and `sessionUrl`. Default: `false`.
   */
  protectDrafts?: boolean;
  /** Other origins whose replies `observe` and `guardFetch` believe, space-separated. Default: none. */
  observeOrigins?: string | null;
  /** Shows the time left in the title of a tab out of sight, once it warns. Default: `false`. */
  titleCountdown?: boolean;
  /** Events only, no UI. Default: `false`. */
  headless?: boolean;
  /**
   * Sends every look and renewal, so that a page can add its bearer, its fingerprint or its own silent refresh.
   * The element keeps nothing of it. Default: `fetch`.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | null;
}
