import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Session } from './sessions.ts';

const names = {
  access: 'trust-leads-access',
  refresh: 'trust-leads-refresh',
  /** The two that a page can read: what it sends back, and how often its tokens were replaced. */
  csrf: 'trust-leads-csrf',
  refreshes: 'trust-leads-refreshes',
} as const;

// Not `Secure`, as a real site's must be: this one is served on http, from this computer to itself.
const place: CookieOptions = { path: '/trust-leads', sameSite: 'Lax' };

const day = 86_400;

/** Ours: a way to see what a browser that blocks cookies does. It is as if it kept none and sent none. */
const blocked = (c: Context) => c.req.query('cookies') === 'blocked';

/** Of a sign-in that waits for its second step. */
const step = 'trust-leads-second-step';

export const readStep = (c: Context): string | undefined => getCookie(c, step);

export function keepStep(c: Context, id: string, lifetime: number): void {
  if (!blocked(c)) setCookie(c, step, id, { ...place, httpOnly: true, maxAge: lifetime / 1000 });
}

export const dropStep = (c: Context): void => void deleteCookie(c, step, place);

export type Cookies = { [name in 'access' | 'refresh' | 'csrf']?: string };

export function readCookies(c: Context): Cookies {
  if (blocked(c)) return {};
  const [access, refresh, csrf] = [names.access, names.refresh, names.csrf].map((name) => getCookie(c, name));
  return { access, refresh, csrf };
}

/** Leaves the session with the browser, or what a refresh made of it. */
export function keep(c: Context, session: Session, accessToken: string): void {
  if (blocked(c)) return;
  // Longer than the session, which the server ends: a cookie that is gone could not say what it was.
  const lasting = { ...place, maxAge: Math.ceil(session.lifetime / 1000) + day };
  const hidden = { ...lasting, httpOnly: true };
  setCookie(c, names.access, accessToken, hidden);
  setCookie(c, names.refresh, session.refreshToken, hidden);
  setCookie(c, names.csrf, session.csrf, lasting);
  setCookie(c, names.refreshes, String(session.renewals + session.silentRefreshes), lasting);
}

export function drop(c: Context): void {
  for (const name of Object.values(names)) deleteCookie(c, name, place);
}
