import { Hono, type Context } from 'hono';
import { assetRoutes } from '../asset-routes.ts';
import { createOneTime } from '../one-time.ts';
import { securityHeaders } from '../security-headers.ts';
import { readAuthorization, wayBack, type Authorization, type Client } from './authorization.ts';
import { homePage, loginPage, problemPage } from './pages.ts';
import { identities, password, type Identity } from './people.ts';
import { createRemembered } from './remembered.ts';

export interface IdentityOptions {
  now: () => number;
  clients: readonly Client[];
}

/** What a code stands for: who signed in, and for which system. */
interface Grant {
  sub: string;
  client: Client;
}

const codeLifetime = 60_000;

/** An identity provider, as far as a sign-in needs one: the authorization code flow, and a memory of its own. */
export function createIdentityApp({ now, clients }: IdentityOptions): Hono {
  const app = new Hono();
  const codes = createOneTime<Grant>(now, codeLifetime);
  const remembered = createRemembered(now);

  // A form that ends in a redirect needs leave for where it leads, too.
  app.use(securityHeaders(now, [...new Set(clients.map(({ redirectUri }) => new URL(redirectUri).origin))]));
  app.use(async (c, next) => {
    await next();
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  });

  // As every browser says it. Only the pages here may sign somebody in, or make this provider forget.
  app.on('POST', ['/login', '/forget'], async (c, next) => {
    if (!/^(same-origin|none)?$/.test(c.req.header('Sec-Fetch-Site') ?? ''))
      return refuse(c, 'That came from elsewhere', 'Only a page of this provider may send this form.', 403);
    await next();
  });

  app.get('/', (c) => c.html(homePage(remembered.who(c))));
  app.route('/assets', assetRoutes(new URL('../assets/', import.meta.url)));
  app.route('/identity/assets', assetRoutes(new URL('assets/', import.meta.url)));

  app.get('/authorize', (c) => {
    const asked = readAuthorization(clients, (name) => c.req.query(name));
    if (typeof asked === 'string') return refuse(c, 'This sign-in cannot go on', asked);
    const who = remembered.who(c);
    return who && !asked.prompt ? grant(c, asked, who) : c.html(loginPage({ asked }));
  });

  app.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : undefined);
    const asked = readAuthorization(clients, field);
    if (typeof asked === 'string') return refuse(c, 'This sign-in cannot go on', asked);
    if (field('cancel')) return c.redirect(wayBack(asked, { error: 'access_denied' }), 303);
    const email = field('email');
    const who = identities.find((each) => each.email === email);
    if (!who || field('password') !== password) {
      const error = 'That is not the password of this demo.';
      return c.html(loginPage({ asked, email, error }), 401);
    }
    remembered.remember(c, who);
    return grant(c, asked, who);
  });

  app.post('/forget', (c) => {
    remembered.forget(c);
    return c.redirect('/', 303);
  });

  app.post('/token', async (c) => {
    const form = await c.req.parseBody();
    const { value } = codes.take(typeof form.code === 'string' ? form.code : undefined);
    const isTheirs =
      value?.client.id === form.client_id &&
      value?.client.secret === form.client_secret &&
      value?.client.redirectUri === form.redirect_uri;
    const who = identities.find(({ sub }) => sub === value?.sub);
    if (!isTheirs || !who) return c.json({ error: 'invalid_grant' }, 400);
    return c.json({ sub: who.sub, name: who.name });
  });

  function grant(c: Context, asked: Authorization, { sub }: Identity): Response {
    const code = codes.put({ sub, client: asked.client });
    return c.redirect(wayBack(asked, { code }), 303);
  }

  app.notFound((c) => refuse(c, 'Nothing here', 'This provider has no page at this address.', 404));
  return app;
}

const refuse = (c: Context, title: string, text: string, status: 400 | 403 | 404 = 400) =>
  c.html(problemPage(title, text), status);
