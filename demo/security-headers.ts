import type { MiddlewareHandler } from 'hono';

const policy = (formTargets: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The names under which Lit makes its policy: in the one-file build, and as npm package.
    'trusted-types session-guard lit-html',
  ].join('; ');

/**
 * On every reply, also on errors: a guard that works here works on a locked-down site.
 *
 * @param formTargets Other origins to which a form may lead.
 */
export function securityHeaders(now: () => number, formTargets: readonly string[] = []): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy(formTargets));
    c.header('X-Frame-Options', 'DENY');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    // Node would state its own clock, which an injected one may contradict.
    c.header('Date', new Date(now()).toUTCString());
  };
}
