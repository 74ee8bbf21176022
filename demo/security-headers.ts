import type { MiddlewareHandler } from 'hono';

/** Pages that meet in frames of one origin, by path. */
export interface Frames {
  /** Stands in a frame. */
  isFramed(path: string): boolean;
  hasFrames(path: string): boolean;
}

const noFrames: Frames = { isFramed: () => false, hasFrames: () => false };

const policy = (formTargets: readonly string[], isFramed: boolean, hasFrames: boolean) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    ...(hasFrames ? ["frame-src 'self'"] : []),
    isFramed ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The names under which Lit makes its policy: in the one-file build, and as npm package.
    'trusted-types session-guard lit-html',
  ].join('; ');

/**
 * On every reply, also on errors: a guard that works here works on a locked-down site.
 *
 * @param formTargets Other origins to which a form may lead.
 */
export function securityHeaders(
  now: () => number,
  formTargets: readonly string[] = [],
  { isFramed, hasFrames } = noFrames,
): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { path } = c.req;
    const framed = isFramed(path);
    c.header('Content-Security-Policy', policy(formTargets, framed, hasFrames(path)));
    c.header('X-Frame-Options', framed ? 'SAMEORIGIN' : 'DENY');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    // Node would state its own clock, which an injected one may contradict.
    c.header('Date', new Date(now()).toUTCString());
  };
}
