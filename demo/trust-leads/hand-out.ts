import type { Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { rfc3339 } from '../rfc3339.ts';
import { keep } from './cookies.ts';
import type { Session } from './sessions.ts';
import { accessLifetime, type TrustLeads } from './trust-leads.ts';

/** How a session stands, and whose it is. */
export const stated = (session: Session, expiresAt: number) => ({
  session: { expires_at: rfc3339(expiresAt) },
  user: { id: session.user },
});

/** New tokens for a session: at its beginning, and at each refresh. */
export async function handOut(
  c: Context<SessionEnv>,
  leads: TrustLeads,
  session: Session,
): Promise<Response> {
  const lifetime = accessLifetime(session.lifetime);
  keep(c, session, await leads.accessTokens.issue(session.id, lifetime));
  return c.json({
    ...stated(session, session.refreshedAt + session.lifetime),
    // Not the session's end, though it stands beside it: the page renews this one in silence.
    access_token_expires_in: Math.round(lifetime / 1000),
  });
}
