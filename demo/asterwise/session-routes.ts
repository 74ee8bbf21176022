import { Hono } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import { readDuration } from '../duration.ts';
import { named, personOf, whoTyped } from '../people.ts';
import { readBody } from '../read-body.ts';
import { defaultLifetime, type Asterwise } from './asterwise.ts';
import { authenticate, sessionBody } from './authenticate.ts';
import { face } from './face.ts';
import { refuse } from './refusals.ts';
import { usage } from './usage.ts';

/** Signing in and out, and the start-up request of the dashboard: the only one that moves an end. */
export function sessionRoutes(asterwise: Asterwise): Hono<SessionEnv> {
  const { now, sessions } = asterwise;
  const routes = new Hono<SessionEnv>();

  routes.post('/session', async (c) => {
    const lifetime = readDuration(c.req.query('ttl') ?? `${defaultLifetime / 1000}s`);
    if (lifetime === undefined) {
      return refuse('invalid_request', now(), 'ttl must be a duration such as 60s, 60m or 1h, 10s to 24h.');
    }
    const person = whoTyped(face.people, await readBody(c));
    if (!person) return refuse('invalid_credentials', now());
    const { token, session } = sessions.open({ kind: 'dashboard', user: person.id, lifetime });
    return c.json({
      success: true,
      session_token: token,
      session: sessionBody(session, now()),
      user: named(person),
    });
  });

  routes.delete('/session', (c) => {
    const caller = authenticate(c, asterwise, 'dashboard');
    if (caller.refusal) return caller.refusal;
    sessions.forget(caller.session.id);
    return c.body(null, 204);
  });

  routes.get('/dashboard', (c) => {
    const caller = authenticate(c, asterwise, 'dashboard', 'renew');
    if (caller.refusal) return caller.refusal;
    const { user } = caller.session;
    const person = personOf(face.people, user);
    return c.json({
      success: true,
      session: sessionBody(caller.session, now()),
      ...(person && { user: named(person) }),
      usage: usage(now()),
      keys: asterwise.keys,
      integration: asterwise.integrations.get(user),
    });
  });

  return routes;
}
