import { Hono, type Context } from 'hono';
import { answerLate, type SessionEnv } from '../answer-late.ts';
import { assetRoutes } from '../asset-routes.ts';
import { readDuration } from '../duration.ts';
import { askedSwitches, type GuardSwitch } from '../guard-switches.ts';
import { isBuilt, missingBuild } from '../library.ts';
import type { Markup } from '../pages/layout.ts';
import { messagePage } from '../pages/message-page.ts';
import { askedLifetime, signinPage } from '../pages/signin-page.ts';
import { signedInPage } from '../pages/signed-in-page.ts';
import { signoutPage } from '../pages/signout-page.ts';
import type { SystemOptions } from '../system.ts';
import { apiRoutes } from './api-routes.ts';
import { createAsterwise, defaultLifetime } from './asterwise.ts';
import { debugRoutes } from './debug-routes.ts';
import { face } from './face.ts';
import { flowRoutes } from './flow-routes.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { verifyPage } from './pages/verify-page.ts';
import { productRoutes } from './product-routes.ts';
import { sessionRoutes } from './session-routes.ts';

const assets = new URL('assets/', import.meta.url);

/** Everything below `/asterwise`. */
export function asterwiseRoutes({ now, dist, slowBy }: SystemOptions): Hono<SessionEnv> {
  const asterwise = createAsterwise(now);
  const app = new Hono<SessionEnv>();

  const embedding = (path: string, page: (c: Context, asked: readonly GuardSwitch[]) => Markup) =>
    app.get(path, (c) => {
      const asked = askedSwitches(c);
      return isBuilt(dist) || asked.includes('unguarded')
        ? c.html(page(c, asked))
        : c.html(messagePage('Nothing to embed yet', missingBuild), 503);
    });
  embedding('/', (_, asked) => dashboardPage(asked));
  embedding('/verify', (c, asked) =>
    verifyPage({ asked: readDuration(c.req.query('ttl') ?? ''), unguarded: asked.includes('unguarded') }),
  );
  app.get('/signin', (c) =>
    c.html(
      signinPage({
        face,
        title: 'Sign in to your dashboard',
        user: { label: 'Email', type: 'email' },
        lifetime: askedLifetime(c) ?? defaultLifetime,
        lifetimeLabel: 'Keep me signed in for',
        as: c.req.query('as'),
      }),
    ),
  );
  app.get('/signed-in', (c) => c.html(signedInPage(face)));
  app.get('/signout', (c) => c.html(signoutPage(face)));
  app.route('/assets', assetRoutes(assets));
  app.route('/debug', debugRoutes(asterwise));

  const api = new Hono<SessionEnv>();
  api.use(answerLate(slowBy, asterwise.faults));
  api.route('/verify', flowRoutes(asterwise));
  api.route('/', sessionRoutes(asterwise));
  api.route('/', productRoutes(asterwise));
  api.route('/', apiRoutes(asterwise));
  app.route('/api', api);

  return app;
}
