import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { BrowserContext } from 'puppeteer-core';
import { renderPlain } from './site-pages.ts';
import type { Site } from './site.ts';

/** Where people of the site sign in: another site, with a session of its own that signs in silently. */
export interface IdentitySite {
  readonly origin: string;
  /** Paths. */
  readonly asked: readonly string[];
  /** It knows the person already: from now on its answer to `/authorize` is a redirect back. */
  remember(context: BrowserContext, subject: string): Promise<void>;
  close(): Promise<void>;
}

/** The site takes each code that was handed out, once, and then goes on where the person was sent from. */
export async function openIdentitySite(site: Site): Promise<IdentitySite> {
  const asked: string[] = [];
  const remembered = new Map<string, string>();
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  /** A way back that works once. */
  const handOut = (subject: string, goOn: string): string => {
    const path = `/sso/${randomUUID()}`;
    site.answer(path, () => {
      site.answer(path, undefined);
      const cookie = `sid=${site.sessions.create(subject)}; Path=/; HttpOnly; SameSite=Lax`;
      return { status: 302, headers: { 'Set-Cookie': cookie, Location: goOn } };
    });
    return site.origin + path;
  };

  app.use(async (c, next) => {
    asked.push(c.req.path);
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  });
  app.get('/authorize', (c) => {
    const goOn = c.req.query('return_to') ?? '/';
    const subject = remembered.get(getCookie(c, 'identity') ?? '');
    if (subject) return c.redirect(handOut(subject, goOn));
    return c.html(renderStep('password', goOn, 'Sign in with your password'));
  });
  app.post('/password', async (c) => {
    const { goOn = '/', subject = '' } = await c.req.parseBody<Record<string, string>>();
    return c.html(renderStep('code', goOn, 'Type the code that we sent you', subject));
  });
  app.post('/code', async (c) => {
    const { goOn = '/', subject = '', secret } = await c.req.parseBody<Record<string, string>>();
    if (secret !== '123456') return c.html(renderStep('code', goOn, 'That is not the code', subject), 403);
    const id = randomUUID();
    remembered.set(id, subject);
    setCookie(c, 'identity', id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return c.redirect(handOut(subject, goOn));
  });

  return {
    // Of another site than 127.0.0.1, whose cookies it does not share.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    async remember(context, subject) {
      const value = randomUUID();
      remembered.set(value, subject);
      await context.setCookie({ name: 'identity', value, domain: 'localhost', path: '/', httpOnly: true });
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

const renderStep = (step: 'password' | 'code', goOn: string, title: string, subject = ''): string =>
  renderPlain(
    title,
    `<form method="post" action="/${step}">
      <input type="hidden" name="goOn" value="${goOn}">
      <p><label>Name <input id="subject" name="subject" value="${subject}"></label></p>
      <p><label>Secret <input id="secret" name="secret"></label></p>
      <button id="enter">Go on</button>
    </form>`,
  );
