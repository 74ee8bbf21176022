import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import type { Asterwise } from './asterwise.ts';
import { namedSession } from './authenticate.ts';
import { refuse } from './refusals.ts';

/** What the server believes about the caller's session, and levers to break it. Never moves, counts or tells a token. */
export function debugRoutes(asterwise: Asterwise): Hono<SessionEnv> {
  const { sessions, flows, faults, now } = asterwise;
  const debug = new Hono<SessionEnv>();

  debug.get('/session', (c) => c.json(belief(asterwise, namedSession(c))));

  // The levers want a session that this server knows, so that a stranger's page cannot pull them.
  const lever = (path: string, pull: (id: string, body: Record<string, unknown>) => void) =>
    debug.post(path, async (c) => {
      const id = namedSession(c);
      if (id === undefined) return refuse('session_required', now());
      if (sessions.look(id).state === 'not-found') return refuse('session_not_found', now());
      pull(id, await readBody(c));
      return c.json(belief(asterwise, id));
    });

  lever('/restart', () => {
    sessions.forgetAll();
    flows.forgetAll();
  });
  lever('/revoke', (id) => sessions.end(id, 'revoked'));
  lever('/expire', (id) => sessions.end(id, 'expired'));
  lever('/faults', (id, { slow }) => void (typeof slow === 'boolean' && faults.set(id, { slow })));

  return debug;
}

function belief({ sessions, faults, now }: Asterwise, id: string | undefined) {
  const server_time = rfc3339(now());
  if (id === undefined) return { state: 'no-token', server_time };
  const { state, session } = sessions.look(id);
  if (!session) return { state, server_time, faults: faults.of(id) };
  return {
    state,
    server_time,
    faults: faults.of(id),
    kind: session.kind,
    expires_at: state === 'live' ? rfc3339(session.expiresAt) : null,
    lifetime: session.lifetime / 1000,
    started_at: rfc3339(session.startedAt),
    renewed_at: rfc3339(session.renewedAt),
    renewals: session.renewals,
    requests: session.requests,
  };
}
