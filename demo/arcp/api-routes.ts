import { Hono } from 'hono';
import { whose, type SessionEnv } from '../answer-late.ts';
import { agents } from './agents.ts';
import type { Arcp } from './arcp.ts';
import { authenticate, refuse } from './authenticate.ts';
import { readConfig, withoutCode } from './config.ts';
import { metrics } from './metrics.ts';

/** The product's own requests: each slides the idle timeout, as any authenticated request does. */
export function apiRoutes(arcp: Arcp): Hono<SessionEnv> {
  const api = new Hono<SessionEnv>();

  for (const path of ['/agents', '/metrics', '/config']) {
    api.use(path, async (c, next) => {
      const caller = await authenticate(c, arcp, 'use');
      if (caller.refusal) return caller.refusal;
      caller.session.requests += 1;
      c.set('user', caller.session.user);
      await next();
    });
  }

  api.get('/agents', (c) => c.json({ agents: agents(arcp.now()) }));
  api.get('/metrics', (c) => c.json({ metrics: metrics(arcp.now()) }));
  api.get('/config', (c) => c.json(arcp.configs.get(whose(c))));
  api.put('/config', async (c) => {
    const config = readConfig(await c.req.json().catch(() => undefined));
    if (typeof config === 'string') return refuse(c, arcp, 'validation-failed', config);
    const kept = withoutCode(config);
    arcp.configs.set(whose(c), kept);
    return c.json(kept);
  });

  return api;
}
