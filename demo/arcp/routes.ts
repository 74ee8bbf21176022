import { Hono } from 'hono';
import { answerLate, type SessionEnv } from '../answer-late.ts';
import { assetRoutes } from '../asset-routes.ts';
import { isBuilt, missingBuild } from '../library.ts';
import { messagePage } from '../pages/message-page.ts';
import { askedLifetime, signinPage } from '../pages/signin-page.ts';
import { signoutPage } from '../pages/signout-page.ts';
import type { SystemOptions } from '../system.ts';
import { apiRoutes } from './api-routes.ts';
import { createArcp, defaultIdleTimeout } from './arcp.ts';
import { authRoutes } from './auth-routes.ts';
import { debugRoutes } from './debug-routes.ts';
import { face } from './face.ts';
import { dashboardPage } from './pages/dashboard-page.ts';

const assets = new URL('assets/', import.meta.url);

/** Everything below `/arcp`. */
export function arcpRoutes({ now, dist, slowBy }: SystemOptions): Hono<SessionEnv> {
  const arcp = createArcp(now);
  const app = new Hono<SessionEnv>();

  app.route('/debug', debugRoutes(arcp));

  app.get('/', (c) =>
    isBuilt(dist) ? c.html(dashboardPage()) : c.html(messagePage('Nothing to embed yet', missingBuild), 503),
  );
  app.get('/signin', (c) =>
    c.html(
      signinPage({
        face,
        title: 'Sign in to the registry',
        user: { label: 'User name' },
        lifetime: askedLifetime(c) ?? defaultIdleTimeout,
        lifetimeLabel: 'Sign me out when idle for',
      }),
    ),
  );
  app.get('/signout', (c) => c.html(signoutPage(face)));
  app.route('/assets', assetRoutes(assets));

  const slowly = new Hono<SessionEnv>();
  slowly.use(answerLate(slowBy, arcp.faults));
  slowly.route('/auth', authRoutes(arcp));
  slowly.route('/', apiRoutes(arcp));
  app.route('/', slowly);

  return app;
}
