import { Hono } from 'hono';
import { whose, type SessionEnv } from '../answer-late.ts';
import type { Asterwise } from './asterwise.ts';
import { authenticate } from './authenticate.ts';
import { readIntegration, withoutSecret } from './integration.ts';
import { refuse } from './refusals.ts';
import { usage } from './usage.ts';

/** The dashboard's ordinary requests. None of them moves the end of the session. */
export function apiRoutes(asterwise: Asterwise): Hono<SessionEnv> {
  const { now } = asterwise;
  const api = new Hono<SessionEnv>();

  for (const path of ['/usage', '/keys', '/integration', '/members/*']) {
    api.use(path, async (c, next) => {
      const caller = authenticate(c, asterwise, 'dashboard');
      if (caller.refusal) return caller.refusal;
      c.set('user', caller.session.user);
      await next();
    });
  }

  api.get('/usage', (c) => c.json({ success: true, usage: usage(now()) }));
  api.get('/keys', (c) => c.json({ success: true, keys: asterwise.keys }));
  api.put('/integration', async (c) => {
    const integration = readIntegration(await c.req.json().catch(() => undefined));
    if (typeof integration === 'string') return refuse('invalid_request', now(), integration);
    const kept = withoutSecret(integration);
    asterwise.integrations.set(whose(c), kept);
    return c.json({ success: true, ...kept });
  });
  // No account of this demo is an owner's.
  api.delete('/members/:id', () => refuse('insufficient_scope', now()));

  return api;
}
