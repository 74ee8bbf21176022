import { problem, type Problem } from '../shared/problem.ts';

/** Resolves a URL attribute against the page (not `<base>`): http(s) only, https on an https page, no userinfo. */
export function resolveUrl(
  value: string | null | undefined,
  field: string,
): { url?: URL; problem?: Problem } {
  if (value === undefined || value === null) return {};
  const expected = location.protocol === 'https:' ? 'an https address' : 'an http(s) address';
  const url = URL.canParse(value, location.href) && new URL(value, location.href);
  const allowed =
    url && (url.protocol === 'https:' || (url.protocol === 'http:' && location.protocol !== 'https:'));
  if (!allowed || url.username || url.password)
    return { problem: problem('bad-url', expected, value, field) };
  return { url };
}

/** The sign-in address, with the way back where the site asked for one and the address may know it. */
export function withReturn(
  signIn: URL,
  param: string | null | undefined,
  origins: string | null | undefined,
): URL {
  const allowed = signIn.origin === location.origin || origins?.split(/\s+/).includes(signIn.origin);
  if (!param || !allowed) return signIn;
  const url = new URL(signIn);
  url.searchParams.set(param, location.pathname + location.search);
  return url;
}

/** Exactly as browsers write one: scheme, host, and a port where it is not the scheme's own. */
export const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
