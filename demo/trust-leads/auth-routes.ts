import { Hono, type Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readDuration } from '../duration.ts';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import { byRefreshToken } from './authenticate.ts';
import { drop, keep, readCookies } from './cookies.ts';
import { face } from './face.ts';
import { refuse } from './refusals.ts';
import type { Session } from './sessions.ts';
import { accessLifetime, defaultLifetime, type TrustLeads } from './trust-leads.ts';

/** Before the check of CSRF tokens: who signs in has none yet. */
export function signInRoute(leads: TrustLeads): Hono<SessionEnv> {
  return new Hono<SessionEnv>().post('/', async (c) => {
    // A form on a stranger's page cannot send this type, and so signs nobody in as somebody else.
    if (!/^application\/json\b/.test(c.req.header('Content-Type') ?? '')) {
      return refuse(c, leads, 'JSON_REQUIRED');
    }
    const lifetime = readDuration(c.req.query('ttl') ?? `${defaultLifetime / 1000}s`);
    if (lifetime === undefined) {
      return refuse(c, leads, 'INVALID_INPUT', 'ttl must be a duration such as 60s, 60m or 1h, 10s to 24h.');
    }
    const { username, password } = await readBody(c);
    if (username !== face.account.username || password !== face.account.password) {
      return refuse(c, leads, 'INVALID_CREDENTIALS');
    }
    return handOut(c, leads, leads.sessions.open({ user: face.account.username, lifetime }));
  });
}

export function authRoutes(leads: TrustLeads): Hono<SessionEnv> {
  const auth = new Hono<SessionEnv>();

  // Both the page's silent refresh and the element's renewal: to a real server they are one and the same. Ours
  // counts them apart, for the panel.
  auth.post('/refresh', (c) => {
    const by = c.req.query('by') === 'page' ? 'silent refresh' : 'renewal';
    const caller = byRefreshToken(c, leads, (token) => leads.sessions.refresh(token, by));
    return caller.refusal ?? handOut(c, leads, caller.session);
  });

  auth.post('/sign-out', (c) => {
    const { refresh } = readCookies(c);
    const standing = refresh === undefined ? undefined : leads.sessions.look(refresh);
    if (standing && 'session' in standing) leads.sessions.forget(standing.session.id);
    drop(c);
    return c.body(null, 204);
  });

  return auth;
}

async function handOut(c: Context<SessionEnv>, leads: TrustLeads, session: Session): Promise<Response> {
  const lifetime = accessLifetime(session.lifetime);
  keep(c, session, await leads.accessTokens.issue(session.id, lifetime));
  return c.json({
    session: { expires_at: rfc3339(session.refreshedAt + session.lifetime) },
    // Not the session's end, though it stands beside it: the page renews this one in silence.
    access_token_expires_in: Math.round(lifetime / 1000),
  });
}
