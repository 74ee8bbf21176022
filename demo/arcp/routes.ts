import { Hono } from 'hono';
import { answerLate, type SessionEnv } from '../answer-late.ts';
import { assetRoutes } from '../asset-routes.ts';
import { askedSwitches } from '../guard-switches.ts';
import { isBuilt, missingBuild } from '../library.ts';
import { messagePage } from '../pages/message-page.ts';
import { askedLifetime, signinPage } from '../pages/signin-page.ts';
import { signedInPage } from '../pages/signed-in-page.ts';
import { signoutPage } from '../pages/signout-page.ts';
import { ssoLink } from '../sso/sso-link.ts';
import type { SystemOptions } from '../system.ts';
import { apiRoutes } from './api-routes.ts';
import { createArcp, defaultIdleTimeout } from './arcp.ts';
import { authRoutes } from './auth-routes.ts';
import { debugRoutes } from './debug-routes.ts';
import { face } from './face.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { arcpSso } from './sso.ts';

const assets = new URL('assets/', import.meta.url);

/** Everything below `/arcp`. */
export function arcpRoutes({ now, dist, slowBy, ...served }: SystemOptions): Hono<SessionEnv> {
  const arcp = createArcp(now);
  const app = new Hono<SessionEnv>();

  app.route('/debug', debugRoutes(arcp));

  app.get('/', (c) => {
    const asked = askedSwitches(c);
    return isBuilt(dist) || asked.includes('unguarded')
      ? c.html(dashboardPage(asked))
      : c.html(messagePage('Nothing to embed yet', missingBuild), 503);
  });
  // Where the real dashboard is, with a form to sign in for whoever has no session.
  app.get('/dashboard', (c) => {
    const { search } = new URL(c.req.url);
    return c.redirect(`/arcp/signin?${new URLSearchParams({ return_to: `/arcp/${search}` })}`);
  });
  app.get('/signin', (c) => {
    const lifetime = askedLifetime(c) ?? defaultIdleTimeout;
    return c.html(
      signinPage({
        face,
        title: 'Sign in to the registry',
        user: { label: 'User name' },
        lifetime,
        lifetimeLabel: 'Sign me out when idle for',
        as: c.req.query('as'),
        otherWay: ssoLink(face.id, { ...c.req.query(), ttl: `${lifetime / 1000}s` }),
      }),
    );
  });
  app.get('/signed-in', (c) => c.html(signedInPage(face)));
  app.get('/signout', (c) => c.html(signoutPage(face)));
  app.route('/sso', arcpSso(arcp, served));
  app.route('/assets', assetRoutes(assets));

  const slowly = new Hono<SessionEnv>();
  slowly.use(answerLate(slowBy, arcp.faults));
  slowly.route('/auth', authRoutes(arcp));
  slowly.route('/', apiRoutes(arcp));
  app.route('/', slowly);

  return app;
}
