import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import {
  appScript,
  renderPage,
  renderPlain,
  renderSignIn,
  strictPolicy,
  type Attributes,
  type PageOptions,
  type Rendered,
} from './site-pages.ts';
import { createSessions, type Sessions } from './site-session.ts';

/** What a path answers instead of its own reply. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** A string goes out as it is; anything else as JSON, `null` included. */
  body?: unknown;
  /** Milliseconds. */
  delay?: number;
  /** No answer ever comes. */
  hang?: boolean;
  /** The connection breaks. */
  drop?: boolean;
}

export interface Asked {
  path: string;
  method: string;
  /** Real epoch ms. */
  at: number;
  headers: Headers;
}

export interface Site {
  readonly origin: string;
  readonly sessions: Sessions;
  readonly asked: readonly Asked[];
  /** Milliseconds by which the server's clock is ahead. */
  clockAhead: number;
  /** Whether `/api/data` and pages extend the session, as under an idle timeout. */
  slides: boolean;
  /** From now on sessions end after so many seconds without a request, and replies say so. */
  limitIdleTime(seconds: number): void;
  /** The body of a look, and of a renewal, at a live session that ends at `expiresAt` (server's epoch ms). */
  describe: (expiresAt: number, now: number, subject?: string) => unknown;
  /** Whether the cookie outlives the browser. */
  remembers: boolean;
  /** Cross-Origin-Opener-Policy of the pages on which people sign in. */
  signInCoop?: string;
  /** The real epoch ms at which the latest session ends. */
  endsAt(): number;
  /** The address of a page with one `<session-guard>`, or several. */
  page(attributes: Attributes | Attributes[], options?: PageOptions): string;
  /** From now on the path answers so; `undefined`: its own reply again. */
  answer(path: string, reply: Reply | (() => Reply) | undefined): void;
  /** What was asked of a path, at or after a real moment. */
  askedOf(path: string, since?: number): Asked[];
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  json: 'application/json',
};

/** @param host A loopback address: each has cookies of its own. */
export async function openSite(life: number, host = '127.0.0.1'): Promise<Site> {
  const pages: { guards: Attributes[]; options: PageOptions }[] = [];
  const answers = new Map<string, Reply | (() => Reply)>();
  const asked: Asked[] = [];
  let stopHanging = (): void => undefined;
  const closing = new Promise<void>((resolve) => {
    stopHanging = resolve;
  });
  const serverNow = (): number => Date.now() + site.clockAhead;

  const app = new Hono<{ Bindings: HttpBindings }>();
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });

  const site: Site = {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    sessions: createSessions(life, serverNow),
    asked,
    clockAhead: 0,
    slides: false,
    remembers: false,
    describe: (expiresAt, _, subject) => ({ expires_at: new Date(expiresAt).toISOString(), subject }),
    limitIdleTime(seconds) {
      site.slides = true;
      site.sessions.life = seconds;
      site.describe = (expiresAt) => ({ idle_expires_at: new Date(expiresAt).toISOString() });
    },
    endsAt: () => site.sessions.latestEnd() - site.clockAhead,
    page(attributes, options = {}) {
      pages.push({ guards: Array.isArray(attributes) ? attributes : [attributes], options });
      return `${site.origin}/page/${pages.length - 1}`;
    },
    answer(path, reply) {
      if (reply) answers.set(path, reply);
      else answers.delete(path);
    },
    askedOf: (path, since = 0) => asked.filter((one) => one.path === path && one.at >= since),
    async close() {
      stopHanging();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };

  app.use(async (c, next) => {
    asked.push({ path: c.req.path, method: c.req.method, at: Date.now(), headers: c.req.raw.headers });
    const given = answers.get(c.req.path);
    if (given) {
      c.res = await reply(c, typeof given === 'function' ? given() : given, closing);
      if (c.res === RESPONSE_ALREADY_SENT) return;
    } else {
      await next();
    }
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
    c.header('Date', new Date(serverNow()).toUTCString());
  });

  const sid = (c: Context): string | undefined => getCookie(c, 'sid');
  const dead = (c: Context, error: string): Response =>
    c.json({ error, message: 'Please sign in again.' }, 401);

  app.get('/api/session', (c) => {
    const found = site.sessions.find(sid(c));
    return 'error' in found
      ? dead(c, found.error)
      : c.json(site.describe(found.expiresAt, serverNow(), found.subject));
  });

  app.post('/api/session/renew', (c) => {
    const found = site.sessions.find(sid(c));
    if ('error' in found) return dead(c, found.error);
    site.sessions.extend(sid(c));
    const renewed = site.sessions.find(sid(c));
    return c.json('error' in renewed ? null : site.describe(renewed.expiresAt, serverNow(), renewed.subject));
  });

  app.get('/api/data', (c) => {
    const found = site.sessions.find(sid(c));
    if ('error' in found) return dead(c, found.error);
    if (site.slides) site.sessions.extend(sid(c));
    return c.json({ rows: [1, 2, 3] });
  });

  app.get('/page/:number', (c) => {
    const page = pages[Number(c.req.param('number'))];
    if (!page) return c.notFound();
    if (site.slides) site.sessions.extend(sid(c));
    const { options } = page;
    c.header('Cache-Control', options.cacheControl ?? 'no-store');
    if (options.coop) c.header('Cross-Origin-Opener-Policy', options.coop);
    if (options.csp) c.header('Content-Security-Policy', strictPolicy);
    return c.html(renderPage(page.guards, options, rendered(site.sessions.find(sid(c)), serverNow())));
  });

  app.use('/signin', async (c, next) => {
    await next();
    if (site.signInCoop) c.header('Cross-Origin-Opener-Policy', site.signInCoop);
  });
  app.get('/signin', (c) => c.html(renderSignIn(c.req.query('return_to'))));
  app.post('/signin', async (c) => {
    const { subject, password, return_to: back } = await c.req.parseBody<Record<string, string>>();
    if (password === 'wrong') return c.html(renderSignIn(back, 'That password is not right.'), 403);
    setCookie(c, 'sid', site.sessions.create(subject || undefined), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      ...(site.remembers && { maxAge: 3600 }),
    });
    if (back) return c.redirect(new URL(back, site.origin).href);
    return c.html(renderPlain('Signed in', '<a id="back" href="/page/0">Back to the page</a>'));
  });
  app.get('/signout', (c) => {
    site.sessions.remove(sid(c));
    deleteCookie(c, 'sid', { path: '/' });
    return c.html(renderPlain('Signed out', '<a id="back" href="/page/0">Back to the page</a>'));
  });
  app.get('/other', (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(renderPlain('Another page', '<a id="back" href="/page/0">Back to the page</a>'));
  });

  app.get('/app.js', (c) => c.body(appScript, 200, { 'Content-Type': types.js ?? '' }));
  app.get('/dist/*', serveFile);
  app.get('/node_modules/*', serveFile);
  app.get('/favicon.ico', (c) => c.body(null, 204));

  return site;
}

function rendered(found: ReturnType<Sessions['find']>, now: number): Rendered {
  if ('error' in found) return { expiresAt: '', expiresIn: '', subject: '' };
  return {
    subject: found.subject ?? '',
    expiresAt: new Date(found.expiresAt).toISOString(),
    expiresIn: String(Math.floor((found.expiresAt - now) / 1000)),
  };
}

async function reply(c: Context, given: Reply, closing: Promise<void>): Promise<Response> {
  if (given.hang) {
    await closing;
    return c.body(null, 503);
  }
  if (given.delay) await new Promise((resolve) => setTimeout(resolve, given.delay));
  if (given.drop) {
    (c.env as HttpBindings).outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  const isText = typeof given.body === 'string' || given.body === undefined;
  return new Response(isText ? ((given.body as string | undefined) ?? null) : JSON.stringify(given.body), {
    status: given.status ?? 200,
    headers: { ...(isText ? {} : { 'Content-Type': 'application/json' }), ...given.headers },
  });
}

async function serveFile(c: Context): Promise<Response> {
  const path = c.req.path;
  if (path.includes('..')) return c.notFound();
  try {
    const content = await readFile(new URL(`.${path}`, `file://${root}`));
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return c.body(new Uint8Array(content), 200, { 'Content-Type': type });
  } catch {
    return c.notFound();
  }
}
