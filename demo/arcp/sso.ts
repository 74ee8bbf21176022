import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SessionEnv } from '../answer-late.ts';
import { readDuration } from '../duration.ts';
import { createOneTime } from '../one-time.ts';
import { messagePage } from '../pages/message-page.ts';
import type { Person } from '../people.ts';
import { ssoRoutes } from '../sso/routes.ts';
import type { SystemOptions } from '../system.ts';
import { defaultIdleTimeout, type Arcp } from './arcp.ts';
import { refuse } from './authenticate.ts';
import { face } from './face.ts';
import { accounts } from './northgate.ts';
import { openSession } from './open-session.ts';
import { ssoDonePage } from './pages/sso-done-page.ts';

const cookie = 'arcp-sso-ticket';
const place = { path: '/arcp/sso', httpOnly: true, sameSite: 'Strict' } as const;
const ticketLifetime = 60_000;

/**
 * The tokens here live in the page's storage, and no address may carry one. So the way back from the provider ends in
 * a page that fetches its token, for a ticket which no script can read and which is good once.
 */
export function arcpSso(arcp: Arcp, { origin, identity }: Pick<SystemOptions, 'origin' | 'identity'>) {
  const tickets = createOneTime<Person>(arcp.now, ticketLifetime);
  const sso = new Hono<SessionEnv>();

  sso.get('/done', (c) => c.html(ssoDonePage()));

  sso.post('/redeem', async (c) => {
    const fingerprint = c.req.header('X-Client-Fingerprint');
    if (!fingerprint) return refuse(c, arcp, 'required-header-missing', 'X-Client-Fingerprint is required.');
    const idleTimeout = readDuration(c.req.query('ttl') ?? '') ?? defaultIdleTimeout;
    const { value: person } = tickets.take(getCookie(c, cookie));
    deleteCookie(c, cookie, place);
    if (!person) {
      return refuse(c, arcp, 'authentication-failed', 'This sign-in was finished already, or took too long.');
    }
    return c.json(await openSession(arcp, { person, fingerprint, idleTimeout }));
  });

  const accept = ssoRoutes({
    face,
    now: arcp.now,
    origin,
    identity,
    accept(c, { sub, name }, query) {
      const person = accounts[sub];
      if (!person) {
        const link = { href: `/arcp/signin?${query}`, label: 'Sign in with another account' };
        const text = `The provider says that you are ${name}. Nobody of that name has an account in this registry.`;
        return c.html(messagePage('No account here', text, { face, link }), 403);
      }
      setCookie(c, cookie, tickets.put(person), { ...place, maxAge: ticketLifetime / 1000 });
      return c.redirect(`/arcp/sso/done?${query}`);
    },
  });
  sso.route('/', accept);
  return sso;
}
