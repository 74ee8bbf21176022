import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { noteOf, type Asked } from './asked.ts';
import { traits } from './index.ts';
import { createSession, type Session } from './session.ts';
import { life, type Given, type Host, type Page, type Trait } from './trait.ts';

export interface TraitsServer {
  readonly port: number;
  readonly session: Session;
  readonly asked: readonly Asked[];
  /** Of its page: `http://127.0.0.1:4711/cookie-jwt/`. Every host has every trait. */
  urlOf(name: string, host?: Host): string;
  /** What the extension is given for one trait, before `readProfiles`. */
  profileOf(...names: string[]): { version: 1; sites: object[] };
  /** What was asked below a trait, of one path or any (`/api/session`), as `GET /api/session`. */
  askedOf(name: string, path?: string): string[];
  /** Forgets what was asked. */
  forget(): void;
  /** As a browser would, but without one: for hosts that only browsers know to be this computer. */
  ask(url: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export interface TraitsOptions {
  now?: () => number;
}

/** Every trait at a path of its own, on loopback; one session is behind all of them. */
export async function openTraits({ now = Date.now }: TraitsOptions = {}): Promise<TraitsServer> {
  const session = createSession(now, life);
  const asked: Asked[] = [];
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const traitOf = (name: string): Trait => {
    const trait = traits[name];
    if (!trait) throw new Error(`No trait is named "${name}".`);
    return trait;
  };
  const urlOf = (name: string, host: Host = hostOf(traitOf(name))) => `http://${host}:${port}/${name}/`;

  app.use(async (c, next) => {
    asked.push(noteOf(c, now()));
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Date', new Date(now()).toUTCString());
  });
  app.get('/favicon.ico', (c) => c.body(null, 204));
  for (const [name, trait] of Object.entries(traits)) mount(app, trait, { at: `/${name}`, session, now });

  return {
    port,
    session,
    asked,
    urlOf,
    profileOf: (...names) => ({
      version: 1,
      sites: names.map((name) => siteOf(name, traitOf(name), (host) => urlOf(name, host))),
    }),
    askedOf: (name, path) =>
      asked
        .filter((one) => (path ? one.path === `/${name}${path}` : one.path.startsWith(`/${name}/`)))
        .map((one) => `${one.method} ${one.path.slice(name.length + 1)}`),
    forget: () => void (asked.length = 0),
    ask: async (url, init) => app.fetch(new Request(url, { redirect: 'manual', ...init })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

const hostOf = ({ host = '127.0.0.1' }: Trait): Host => host;

function siteOf(name: string, trait: Trait, urlAt: (host: Host) => string): object {
  const at = `/${name}`;
  const { hosts = [], ...rules } = trait.rules(at);
  const places = [hostOf(trait), ...(trait.alsoAt ?? [])].map(urlAt);
  // With a port, where the trait named a host without one.
  const { port } = new URL(places[0]!);
  return {
    id: name,
    name,
    match: places.map((url) => `${url}*`),
    hosts: hosts.map((host) => host.replace(/\/\*$/, `:${port}/*`)),
    signIn: { url: `${at}/login` },
    ...rules,
  };
}

function mount(app: Hono, trait: Trait, given: Given): void {
  const { at, session } = given;
  const show = (c: Context) => {
    if (!session.alive)
      return c.html(html({ body: `<p>You are signed out.</p><a href="${at}/login">Sign in</a>` }));
    const page = trait.page?.(given) ?? {};
    for (const line of page.cookies ?? []) {
      c.header('Set-Cookie', /; Path=/.test(line) ? line : `${line}; Path=${at}`, { append: true });
    }
    for (const [name, value] of Object.entries(page.headers ?? {})) c.header(name, value);
    return c.html(html(page));
  };

  // First its own: a trait may answer for its page, too.
  trait.routes?.(app, given);
  app.get(`${at}/api/me`, (c) => c.json({ signedIn: session.alive }, session.alive ? 200 : 401));
  app.get(`${at}/`, show);
  app.get(`${at}/login`, (c) =>
    c.html(html({ body: `<form id="sign-in" method="post"><button>Sign in</button></form>` })),
  );
  app.post(`${at}/login`, (c) => {
    session.revive();
    return c.redirect(`${at}/`, 303);
  });
}

const html = ({ head = '', body = '', script }: Page): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A trait</title>
    ${head}
  </head>
  <body>
    <h1>A trait</h1>
    ${body}
    ${script ? `<script>${script}</script>` : ''}
  </body>
</html>`;
