import type { Context, MiddlewareHandler } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readCookies } from './cookies.ts';
import { refuse, type RefusalCode } from './refusals.ts';
import type { Session, Standing } from './sessions.ts';
import type { TrustLeads } from './trust-leads.ts';

export type Caller = { refusal: Response } | { refusal?: undefined; session: Session; expiresAt: number };

const endings: Record<Exclude<Standing['state'], 'live'>, RefusalCode> = {
  expired: 'SESSION_EXPIRED',
  revoked: 'SESSION_REVOKED',
  'not-found': 'SESSION_NOT_FOUND',
};

/** What `ask` finds out about the session of the refresh cookie, as a caller or the refusal it gets. */
export function byRefreshToken(
  c: Context<SessionEnv>,
  leads: TrustLeads,
  ask: (refreshToken: string) => Standing,
): Caller {
  const { refresh } = readCookies(c);
  if (!refresh) return { refusal: refuse(c, leads, 'NOT_SIGNED_IN') };
  return admit(c, leads, ask(refresh));
}

/** Who sends a request of the product's own. Only the access token counts, and it slides nothing. */
export async function byAccessToken(c: Context<SessionEnv>, leads: TrustLeads): Promise<Caller> {
  // API keys are for other people's servers, and none was made: it is the key that is wrong, not the session.
  if (/^Bearer lfk_/.test(c.req.header('Authorization') ?? '')) {
    return { refusal: refuse(c, leads, 'API_KEY_INVALID') };
  }
  const { access, refresh } = readCookies(c);
  if (!access && !refresh) return { refusal: refuse(c, leads, 'NOT_SIGNED_IN') };
  const token = access && (await leads.accessTokens.read(access));
  if (!token) return { refusal: refuse(c, leads, 'ACCESS_TOKEN_EXPIRED') };
  // Ours: the session is asked too, so that a revocation tells at once and not when the access token runs out.
  return admit(c, leads, leads.sessions.find(token.sessionId));
}

function admit(c: Context<SessionEnv>, leads: TrustLeads, standing: Standing): Caller {
  if (standing.state !== 'not-found') c.set('sessionId', standing.session.id);
  return standing.state === 'live' ? standing : { refusal: refuse(c, leads, endings[standing.state]) };
}

/** Double submit: only a page of this site can read the cookie and say it again in a header. */
export function checkCsrf(leads: TrustLeads): MiddlewareHandler<SessionEnv> {
  return async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { access, refresh, csrf } = readCookies(c);
    // With no session there is nothing to forge, and the route says so.
    const forgeable = !safe && (access !== undefined || refresh !== undefined);
    if (forgeable && (!csrf || csrf !== c.req.header('X-CSRF-Token'))) {
      return refuse(c, leads, 'CSRF_TOKEN_INVALID');
    }
    await next();
  };
}
