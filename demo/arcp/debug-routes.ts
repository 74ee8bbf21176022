import { Hono, type Context } from 'hono';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import type { SessionEnv } from '../answer-late.ts';
import type { Arcp, ArcpFaults } from './arcp.ts';
import { readBearer, refuse } from './authenticate.ts';
import type { Standing } from './sessions.ts';
import type { ReadToken } from './tokens.ts';

/**
 * What the server believes about the caller's session, and levers to break it. Never slides and never counts;
 * tells no token, id or fingerprint.
 */
export function debugRoutes(arcp: Arcp): Hono<SessionEnv> {
  const debug = new Hono<SessionEnv>();

  debug.get('/session', async (c) => {
    const token = await readBearer(c, arcp);
    if (!token) return c.json({ state: 'no-token', server_time: rfc3339(arcp.now()) });
    return c.json(belief(c, arcp, token));
  });

  // The levers want a token that this server signed, so that a stranger's page cannot pull them.
  const lever = (path: string, pull: (token: ReadToken, body: Record<string, unknown>) => void) =>
    debug.post(path, async (c) => {
      const token = await readBearer(c, arcp);
      if (!token) return refuse(c, arcp, 'token-invalid', 'A bearer token from this server is required.');
      pull(token, await readBody(c));
      return c.json(belief(c, arcp, token));
    });

  lever('/restart', () => arcp.sessions.forgetAll());
  lever('/revoke', ({ sessionId }) => arcp.sessions.end(sessionId, 'revoked'));
  lever('/expire', ({ sessionId }) => arcp.sessions.end(sessionId, 'expired'));
  lever('/faults', ({ sessionId }, body) => void arcp.faults.set(sessionId, readFaults(body)));

  return debug;
}

function belief(c: Context<SessionEnv>, arcp: Arcp, token: ReadToken) {
  const seen = arcp.sessions.look(token.sessionId);
  const stranger =
    seen.state !== 'not-found' && seen.session.fingerprint !== c.req.header('X-Client-Fingerprint');
  const standing: Standing = stranger ? { state: 'not-found' } : seen;
  return {
    state: standing.state === 'live' && token.expired ? 'expired' : standing.state,
    server_time: rfc3339(arcp.now()),
    token_expires_at: rfc3339(token.expiresAt),
    faults: arcp.faults.of(token.sessionId),
    ...('session' in standing && {
      idle_timeout: standing.session.idleTimeout / 1000,
      idle_expires_at: 'idleExpiresAt' in standing ? rfc3339(standing.idleExpiresAt) : null,
      last_used_at: rfc3339(standing.session.lastUsedAt),
      last_use: standing.session.lastUse,
      requests: standing.session.requests,
      renewals: standing.session.renewals,
      looks: standing.session.looks,
    }),
  };
}

function readFaults({ slow, bare }: Record<string, unknown>): Partial<ArcpFaults> {
  return {
    ...(typeof slow === 'boolean' && { slow }),
    ...(typeof bare === 'boolean' && { bare }),
  };
}
