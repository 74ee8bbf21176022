import { Hono, type Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import { byRefreshToken } from './authenticate.ts';
import { readCookies } from './cookies.ts';
import { refusalForms, type TrustLeads, type TrustLeadsFaults } from './trust-leads.ts';

/**
 * What the server believes about the caller's session, and levers to break it. Never slides and never counts;
 * tells no token and no id.
 */
export function debugRoutes(leads: TrustLeads): Hono<SessionEnv> {
  const debug = new Hono<SessionEnv>();

  debug.get('/session', async (c) => c.json(await belief(c, leads)));

  // The levers want a session of this server, dead or alive, so that a stranger's page cannot pull them.
  const lever = (path: string, pull: (sessionId: string, body: Record<string, unknown>) => void) =>
    debug.post(path, async (c) => {
      const { refusal } = byRefreshToken(c, leads, leads.sessions.look);
      const sessionId = c.get('sessionId');
      if (refusal && sessionId === undefined) return refusal;
      pull(sessionId ?? '', await readBody(c));
      return c.json(await belief(c, leads));
    });

  lever('/restart', () => {
    leads.sessions.forgetAll();
    leads.secondSteps.forgetAll();
  });
  lever('/revoke', (id) => leads.sessions.end(id, 'revoked'));
  lever('/expire', (id) => leads.sessions.end(id, 'expired'));
  lever('/faults', (id, body) => void leads.faults.set(id, readFaults(body)));

  return debug;
}

async function belief(c: Context<SessionEnv>, leads: TrustLeads) {
  const { access, refresh } = readCookies(c);
  const server_time = rfc3339(leads.now());
  if (!refresh) return { state: 'no-token', server_time };
  const standing = leads.sessions.look(refresh);
  if (!('session' in standing)) return { state: standing.state, server_time };
  const { session, state } = standing;
  const token = access && (await leads.accessTokens.read(access));
  return {
    state,
    server_time,
    expires_at: 'expiresAt' in standing ? rfc3339(standing.expiresAt) : null,
    access_token_expires_at: token ? rfc3339(token.expiresAt) : null,
    lifetime: session.lifetime / 1000,
    refreshed_at: rfc3339(session.refreshedAt),
    refreshed_by: session.refreshedBy,
    requests: session.requests,
    renewals: session.renewals,
    silent_refreshes: session.silentRefreshes,
    looks: session.looks,
    faults: leads.faults.of(session.id),
  };
}

function readFaults({ slow, form }: Record<string, unknown>): Partial<TrustLeadsFaults> {
  const known = refusalForms.find((each) => each === form);
  return { ...(typeof slow === 'boolean' && { slow }), ...(known && { form: known }) };
}
