import type { Named } from '../../people.ts';

/** Where ARCP's own dashboard keeps its token. Other tabs read and replace it, so it is read at each request. */
const tokenKey = 'arcp-admin-token';
const fingerprintKey = 'arcp-client-fingerprint';
const idleTimeoutKey = 'arcp-admin-idle-timeout';
const personKey = 'arcp-admin';

export const token = (): string | null => localStorage.getItem(tokenKey);

/** As the server says it. */
export interface SignedIn {
  access_token: string;
  session_timeout: number;
  user: Named;
}

/** The token last: with it, other tabs take notice. */
export function signedIn({ access_token, session_timeout, user }: SignedIn): void {
  localStorage.setItem(idleTimeoutKey, `${session_timeout}s`);
  localStorage.setItem(personKey, JSON.stringify(user));
  localStorage.setItem(tokenKey, access_token);
}

/** Who signed in last, in this browser. */
export function person(): Named | undefined {
  const known = localStorage.getItem(personKey);
  return known ? (JSON.parse(known) as Named) : undefined;
}

export function signedOut(): void {
  localStorage.removeItem(tokenKey);
}

/** After a renewal; a reply that comes late must not undo a sign-in that happened meanwhile. */
export function replaceToken(old: string | null, renewed: string): void {
  if (token() === old) localStorage.setItem(tokenKey, renewed);
}

export const idleTimeout = (): string => localStorage.getItem(idleTimeoutKey) ?? '60s';

/** Calls back when another tab signed in with a different idle timeout. */
export function onIdleTimeout(changed: (idleTimeout: string) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === idleTimeoutKey) changed(idleTimeout());
  });
}

/** Calls back when another tab signed in. */
export function onSignedIn(signedIn: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === tokenKey && newValue !== null) signedIn();
  });
}

/** Marks this browser, so that a token copied elsewhere is worth nothing. */
export function fingerprint(): string {
  const known = localStorage.getItem(fingerprintKey);
  if (known) return known;
  const fresh = crypto.randomUUID();
  localStorage.setItem(fingerprintKey, fresh);
  return fresh;
}

export function authorized(given?: HeadersInit): Headers {
  const headers = new Headers(given);
  const current = token();
  if (current) headers.set('Authorization', `Bearer ${current}`);
  headers.set('X-Client-Fingerprint', fingerprint());
  return headers;
}
