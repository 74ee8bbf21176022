import { Hono } from 'hono';
import { answerLate, type SessionEnv } from '../answer-late.ts';
import { assetRoutes } from '../asset-routes.ts';
import { askedSwitches } from '../guard-switches.ts';
import { isBuilt, missingBuild } from '../library.ts';
import { messagePage } from '../pages/message-page.ts';
import { askedLifetime, signinPage } from '../pages/signin-page.ts';
import { signedInPage } from '../pages/signed-in-page.ts';
import { signoutPage } from '../pages/signout-page.ts';
import { personOf } from '../people.ts';
import type { SystemOptions } from '../system.ts';
import { apiRoutes } from './api-routes.ts';
import { authRoutes } from './auth-routes.ts';
import { byRefreshToken, checkCsrf } from './authenticate.ts';
import { readStep } from './cookies.ts';
import { debugRoutes } from './debug-routes.ts';
import { face } from './face.ts';
import { blockedCookies } from './pages/blocked-cookies.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { secondStepPage } from './pages/second-step-page.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { createTrustLeads, defaultLifetime } from './trust-leads.ts';

const assets = new URL('assets/', import.meta.url);

/** Everything below `/trust-leads`. */
export function trustLeadsRoutes({ now, dist, slowBy }: SystemOptions): Hono<SessionEnv> {
  const leads = createTrustLeads(now);
  const app = new Hono<SessionEnv>();

  app.get('/', (c) => {
    const asked = askedSwitches(c);
    if (!isBuilt(dist) && !asked.includes('unguarded'))
      return c.html(messagePage('Nothing to embed yet', missingBuild), 503);
    const caller = byRefreshToken(c, leads, leads.sessions.look);
    const person = caller.refusal ? undefined : personOf(face.people, caller.session.user);
    if (!caller.refusal && person) {
      const { expiresAt } = caller;
      return c.html(dashboardPage({ person, expiresAt, now: now(), asked }));
    }
    // A person came to this address, and has nothing open here that could be lost.
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/trust-leads/signin?${new URLSearchParams({ return_to: pathname + search })}`);
  });
  // Where the real dashboard is.
  app.get('/app', (c) => c.redirect(`/trust-leads/${new URL(c.req.url).search}`));
  app.get('/signin', (c) =>
    c.html(
      signinPage({
        face,
        title: 'Back to your leads',
        user: { label: 'Email', type: 'email' },
        lifetime: askedLifetime(c) ?? defaultLifetime,
        lifetimeLabel: 'Keep me signed in without use for',
        as: c.req.query('as'),
        more: blockedCookies(),
      }),
    ),
  );
  app.get('/second-step', (c) => c.html(secondStepPage(leads.secondSteps.of(readStep(c)))));
  app.get('/signed-in', (c) => c.html(signedInPage(face)));
  app.get('/signout', (c) => c.html(signoutPage(face)));
  app.route('/assets', assetRoutes(assets));

  app.route('/auth', signInRoutes(leads));
  app.use(checkCsrf(leads));
  app.route('/debug', debugRoutes(leads));

  const slowly = new Hono<SessionEnv>();
  slowly.use(answerLate(slowBy, leads.faults));
  slowly.route('/auth', authRoutes(leads));
  slowly.route('/api', apiRoutes(leads));
  app.route('/', slowly);

  return app;
}
