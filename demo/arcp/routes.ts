import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { browserScripts } from '../browser-scripts.ts';
import { isBuilt, missingBuild } from '../library.ts';
import { messagePage } from '../pages/message-page.ts';
import { staticFile } from '../static-files.ts';
import type { SystemOptions } from '../system.ts';
import { apiRoutes } from './api-routes.ts';
import { createArcp, defaultIdleTimeout, type ArcpEnv } from './arcp.ts';
import { authRoutes } from './auth-routes.ts';
import { debugRoutes } from './debug-routes.ts';
import { readDuration } from './duration.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { signinPage } from './pages/signin-page.ts';
import { signoutPage } from './pages/signout-page.ts';

const publicFolder = new URL('public/', import.meta.url);

/** Everything below `/arcp`. */
export function arcpRoutes({ now, dist, slowBy }: SystemOptions): Hono<ArcpEnv> {
  const arcp = createArcp(now, slowBy);
  const scripts = browserScripts(publicFolder);
  const app = new Hono<ArcpEnv>();

  app.route('/debug', debugRoutes(arcp));

  app.get('/', (c) =>
    isBuilt(dist) ? c.html(dashboardPage()) : c.html(messagePage('Nothing to embed yet', missingBuild), 503),
  );
  app.get('/signin', (c) => {
    // Coming back from a dashboard, the choice made for it stands.
    const returnTo = new URLSearchParams(c.req.query('return_to')?.split('?')[1]);
    const ttl = c.req.query('ttl') ?? returnTo.get('ttl') ?? '';
    return c.html(signinPage(readDuration(ttl) ?? defaultIdleTimeout));
  });
  app.get('/signout', (c) => c.html(signoutPage()));
  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const script = await scripts(name);
    if (script !== undefined)
      return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    return (await staticFile(publicFolder, name)) ?? c.text('Not found.', 404);
  });

  // The server has done its work; only the answer is late.
  const slowly = new Hono<ArcpEnv>();
  slowly.use(async (c, next) => {
    await next();
    if (arcp.faults.of(c.get('sessionId')).slow) await wait(arcp.slowBy, undefined, { ref: false });
  });
  slowly.route('/auth', authRoutes(arcp));
  slowly.route('/', apiRoutes(arcp));
  app.route('/', slowly);

  return app;
}
