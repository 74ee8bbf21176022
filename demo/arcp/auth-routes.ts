import { Hono } from 'hono';
import { readDuration } from '../duration.ts';
import { whoTyped } from '../people.ts';
import { readBody } from '../read-body.ts';
import { rfc3339 } from '../rfc3339.ts';
import type { SessionEnv } from '../answer-late.ts';
import { defaultIdleTimeout, tokenLifetime, type Arcp } from './arcp.ts';
import { authenticate, refuse } from './authenticate.ts';
import { face } from './face.ts';
import { openSession } from './open-session.ts';

export function authRoutes(arcp: Arcp): Hono<SessionEnv> {
  const auth = new Hono<SessionEnv>();

  auth.post('/login', async (c) => {
    const fingerprint = c.req.header('X-Client-Fingerprint');
    if (!fingerprint) return refuse(c, arcp, 'required-header-missing', 'X-Client-Fingerprint is required.');
    const idleTimeout = readDuration(c.req.query('ttl') ?? `${defaultIdleTimeout / 1000}s`);
    if (idleTimeout === undefined) {
      return refuse(c, arcp, 'invalid-input', 'ttl must be a duration such as 60s, 60m or 1h, 10s to 24h.');
    }
    const person = whoTyped(face.people, await readBody(c));
    if (!person) return refuse(c, arcp, 'authentication-failed', 'Username or password is wrong.');
    return c.json(await openSession(arcp, { person, fingerprint, idleTimeout }));
  });

  auth.get('/session_status', async (c) => {
    const caller = await authenticate(c, arcp, 'look');
    if (caller.refusal) return caller.refusal;
    caller.session.looks += 1;
    return c.json({
      valid: true,
      user_id: caller.session.user,
      role: 'admin',
      agent_id: null,
      expires: caller.token.expiresAt / 1000,
      is_admin: true,
      session_exists: true,
      pin_set: false,
      // Ours: the real server states only the token's end, and its idle end can at best be estimated.
      idle_expires_at: rfc3339(caller.idleExpiresAt),
    });
  });

  // Ours: the real system has no way to stay signed in but to use it.
  auth.post('/renew', async (c) => {
    const caller = await authenticate(c, arcp, 'use');
    if (caller.refusal) return caller.refusal;
    const { session, idleExpiresAt } = caller;
    session.renewals += 1;
    const lifetime = tokenLifetime(session.idleTimeout);
    const { token, expiresAt } = await arcp.tokens.issue({
      sessionId: session.id,
      user: session.user,
      lifetime,
    });
    return c.json({
      user_id: session.user,
      expires_at: rfc3339(expiresAt),
      idle_expires_at: rfc3339(idleExpiresAt),
      // Apart: beside an access token nobody could tell whether these ends are the token's or the session's.
      token: { access_token: token, token_type: 'bearer' },
    });
  });

  auth.post('/logout', async (c) => {
    const caller = await authenticate(c, arcp, 'look');
    if (caller.refusal) return caller.refusal;
    arcp.sessions.forget(caller.session.id);
    return c.body(null, 204);
  });

  return auth;
}
