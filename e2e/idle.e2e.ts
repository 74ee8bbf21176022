import { describe, expect } from 'vitest';
import { callApi, type GuardElement } from './element.ts';
import { see, until, untilEvent, untilPhase, type Seen } from './prompt.ts';
import { idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';
import { expectAt } from './times.ts';

describe.concurrent('The idle limit', () => {
  story('slides by requests that the server has seen', async ({ site, context, tab }) => {
    site.limitIdleTime(20);
    await signIn(context, site);
    await visit(tab, site.page(idle('20s'), { guardFetch: true }));
    await untilPhase(tab, 'active');
    const first = await see(tab);
    await pass(3000);
    expect(await callApi(tab, '/api/data')).toEqual({ status: 200, text: '{"rows":[1,2,3]}' });
    const moved = (now: Seen): boolean =>
      Date.parse(now.endsAt ?? '') - Date.parse(first.endsAt ?? '') > 2000;
    await until(tab, 'a later end', () => see(tab), moved, 1000);
    expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 10_000);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
  });

  story('and by nothing else', async ({ site, context, tab }) => {
    site.limitIdleTime(14);
    await signIn(context, site);
    await visit(tab, site.page(idle('14s'), { guardFetch: true }));
    await untilPhase(tab, 'active');
    const first = await see(tab);
    site.slides = false;
    site.answer('/api/broken', { status: 500, body: {} });
    site.answer('/api/forbidden', { status: 403, body: {} });
    await pass(2000);

    await tab.page.click('#notes');
    await tab.page.keyboard.type('keys do not count');
    await tab.page.mouse.wheel({ deltaY: 100 });
    await tab.page.evaluate(() => fetch('/api/data').then((reply) => reply.text()));
    await callApi(tab, '/api/broken');
    await callApi(tab, '/api/forbidden');
    await callApi(tab, '/api/data', { credentials: 'omit' });
    await tab.page.evaluate(async () => {
      const guard = document.querySelector<GuardElement>('session-guard');
      guard?.observe(await fetch('/api/data'));
    });
    expect((await see(tab)).endsAt).toBe(first.endsAt);
    expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 7000);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
  });

  story('is not moved by a look', async ({ site, context, tab }) => {
    site.limitIdleTime(60);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('60s'), 'session-url': '/api/session' }, { guardFetch: true }));
    await untilPhase(tab, 'active');
    await pass(2000);
    site.slides = false;
    await callApi(tab, '/api/session');
    await tab.page.evaluate(() => document.querySelector<GuardElement>('session-guard')?.look());
    expect(Math.abs(Date.parse((await see(tab)).endsAt ?? '') - site.endsAt())).toBeLessThan(1500);
  });
});
