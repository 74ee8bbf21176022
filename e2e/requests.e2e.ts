import { describe, expect } from 'vitest';
import type { GuardElement } from './element.ts';
import { see, untilDialog, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';

interface Sent {
  path: string;
  init: {
    method?: string;
    headers?: Record<string, string>;
    redirect?: string;
    credentials?: string;
    cache?: string;
  };
}

describe.concurrent('What the element sends', () => {
  for (const [from, prepare] of [
    [
      'meta:csrf',
      'document.head.insertAdjacentHTML("beforeend", `<meta name="csrf" content="from-the-page">`)',
    ],
    ['cookie:xsrf', 'document.cookie = "other=1"; document.cookie = "xsrf=from%2Dthe%2Dpage"'],
  ] as const) {
    story(
      `goes through the page’s fetch, with the token of ${from} on renewals only`,
      async ({ site, context, tab }) => {
        site.sessions.life = 60;
        await signIn(context, site);
        await visit(tab, site.page({ ...everything, 'csrf-from': from, 'csrf-header': 'X-XSRF' }));
        await untilPhase(tab, 'active');
        await tab.page.evaluate(prepare);
        const sent = await tab.page.evaluate(async () => {
          const guard = document.querySelector<GuardElement & { fetch?: unknown; look(): Promise<unknown> }>(
            'session-guard',
          );
          const sent: unknown[] = [];
          if (!guard) return [];
          guard.fetch = (url: string, init: RequestInit) => {
            sent.push({ path: new URL(url).pathname, init: { ...init, signal: undefined } });
            return fetch(url, init);
          };
          await guard.look();
          await guard.renew();
          return sent;
        });
        const common = { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' };
        expect(sent as Sent[]).toMatchObject([
          {
            path: '/api/session',
            init: { ...common, method: 'GET', headers: { Accept: 'application/json' } },
          },
          {
            path: '/api/session/renew',
            init: { ...common, method: 'POST', headers: { 'X-XSRF': 'from-the-page' } },
          },
        ]);
        expect((sent as Sent[])[0]?.init.headers).not.toHaveProperty('X-XSRF');
      },
    );
  }

  story('leaves the token at home when the renewal goes elsewhere', async ({ site, tab }) => {
    await visit(tab, site.page({ 'renew-url': 'http://localhost:9/renew', 'csrf-from': 'cookie:xsrf' }));
    await tab.page.evaluate('document.cookie = "xsrf=secret"');
    const headers = await tab.page.evaluate(async () => {
      const guard = document.querySelector<GuardElement & { fetch?: unknown }>('session-guard');
      let headers: unknown;
      if (!guard) return;
      guard.fetch = (_url: string, init: RequestInit) => {
        headers = init.headers;
        return Promise.reject(new Error('nobody there'));
      };
      guard.start({ expiresIn: 600 });
      await guard.renew();
      return headers;
    });
    expect(headers).toEqual({ Accept: 'application/json' });
  });

  story('tells the sign-in page the way back, where it may know it', async ({ site, tab }) => {
    const page = { 'expires-in': '10', 'sign-in-url': '/signin?theme=dark', 'return-param': 'next' };
    await visit(tab, `${site.page(page)}?draft=7`);
    await untilDialog(tab);
    await untilPhase(tab, 'expired');
    const { pathname } = new URL(tab.page.url());
    expect((await see(tab)).signInHref).toBe(
      `${site.origin}/signin?theme=dark&next=${encodeURIComponent(`${pathname}?draft=7`).replaceAll('%20', '+')}`,
    );
  });
});
