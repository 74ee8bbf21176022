import { describe, expect } from 'vitest';
import { until } from '../../prompt.ts';
import { story as plain } from '../../story.ts';
import { traits } from './index.ts';
import { perform } from './deeds.ts';
import { openTraits } from './server.ts';

// eslint-disable-next-line no-empty-pattern
const story = plain.extend('server', async ({}, { onCleanup }) => {
  const server = await openTraits();
  onCleanup(() => server.close());
  return server;
});

describe('In a browser', () => {
  story('every page opens and throws nothing', async ({ server, tab }) => {
    for (const name of Object.keys(traits)) {
      server.session.revive();
      const reply = await tab.page.goto(server.urlOf(name));
      expect([name, reply?.status()]).toEqual([name, 200]);
    }
    // What a sandbox says is about the test’s own scripts.
    expect(tab.console.filter((line) => !/sandbox/.test(line))).toEqual([]);
  });

  story(
    'names below localhost are this computer, and share the cookies of their parent',
    async ({ server, tab }) => {
      const parent = `http://traits.localhost:${server.port}/cookie-parent/`;
      await tab.page.goto(server.urlOf('cookie-parent'));
      expect(await tab.page.evaluate(() => document.cookie)).toMatch(/^ends=\d+$/);
      server.session.end();
      await tab.page.goto(parent);
      expect(server.asked.filter(({ host }) => host === new URL(parent).host)[0]?.cookies).toEqual(['ends']);
      expect(await tab.page.evaluate(() => document.cookie)).toMatch(/^ends=\d+$/);
      const other = `http://localhost:${server.port}/cookie-parent/`;
      await tab.page.goto(other);
      expect(server.asked.find(({ host }) => host === new URL(other).host)?.cookies).toEqual([]);
    },
  );

  story('pages do what their buttons and fields say', async ({ server, tab }) => {
    const press = async (name: string, id: string, path: string) => {
      await tab.page.goto(server.urlOf(name));
      server.forget();
      await tab.page.click(id);
      await until(tab, `${name}: ${path}`, () => Promise.resolve(server.askedOf(name, path).length > 0));
    };
    await press('end-401', '#call', '/api/data');
    await press('xhr-jwt', '#call', '/auth/token');
    await press('idle-counted', '#ping', '/ping');
    await press('cookie-deleted', '#sign-out', '/sign-out');
    server.session.revive();

    await tab.page.goto(server.urlOf('idle-input'));
    server.forget();
    await tab.page.type('#note', 'a');
    await until(tab, 'input', () => Promise.resolve(server.askedOf('idle-input', '/active').length > 0));

    await tab.page.goto(server.urlOf('cookie-rotated'));
    await tab.page.click('#rotate');
    expect(await tab.page.evaluate(() => document.cookie)).toBe('');
    await until(tab, 'the cookie again', () => tab.page.evaluate(() => document.cookie !== ''));

    await tab.page.goto(server.urlOf('end-form'));
    server.session.end();
    await tab.page.click('#call');
    await tab.page.waitForSelector('form#sign-in');
    await tab.page.click('form#sign-in button');
    await until(tab, 'to be signed in', () => Promise.resolve(server.session.alive));

    server.session.expireIn(12_000);
    await tab.page.goto(server.urlOf('site-renews'));
    await until(
      tab,
      'it to renew itself',
      () => Promise.resolve(server.session.extensions > 0),
      Boolean,
      8000,
    );

    server.session.expireIn(21_500);
    await tab.page.goto(server.urlOf('own-prompt'));
    await tab.page.waitForSelector('#still-there[open]', { timeout: 5000 });

    server.session.revive();
    await tab.page.goto(server.urlOf('busy-video'));
    await tab.page.waitForFunction(() => {
      const video = document.querySelector('video')!;
      return !video.paused && video.currentTime > 0.3;
    });
  });

  story(
    'every step of the table can be done, and the page can be signed in to again',
    async ({ server, tab }) => {
      for (const [name, { then = [] }] of Object.entries(traits)) {
        if (then.length === 0) continue;
        server.session.revive();
        await tab.page.goto(server.urlOf(name));
        for (const deed of then.flatMap(({ does }) => does)) await perform(tab.page, server, name, deed);
      }
      server.session.end();
      await perform(tab.page, server, 'cookie-moment', 'sign-in');
      expect([server.session.alive, tab.page.url()]).toEqual([true, server.urlOf('cookie-moment')]);
    },
  );

  story('a renewal from the page has the strict cookie and the token', async ({ server, tab }) => {
    await tab.page.goto(server.urlOf('renew-post'));
    const status = await tab.page.evaluate(async () => {
      const [, token = ''] = /xsrf=([^;]+)/.exec(document.cookie) ?? [];
      return (await fetch('auth/renew', { method: 'POST', headers: { 'X-XSRF-Token': token } })).status;
    });
    expect(status).toBe(200);
    expect(server.session.extensions).toBe(1);
    const renewal = server.asked.find(({ method }) => method === 'POST');
    expect(renewal).toMatchObject({ cookies: ['ends', 'sid', 'xsrf'], path: '/renew-post/auth/renew' });
  });
});
