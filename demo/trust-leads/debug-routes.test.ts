import { expect, it } from 'vitest';
import { at, second, start, useDemo } from '../testing.ts';
import { visitor } from './testing.ts';

const { clock, call } = useDemo();

it('the debug view tells how the session stands, and moves nothing', async () => {
  const browser = visitor(call);
  await browser.signIn();
  clock.now += 8 * second;
  await browser.ask('/api/leads');
  clock.now += 12 * second;
  await browser.refresh('page');
  clock.now += 20 * second;
  await browser.refresh();
  await browser.look();
  clock.now += 5 * second;
  for (let asked = 0; asked < 3; asked += 1) await browser.believed();
  expect(await browser.believed()).toEqual({
    state: 'live',
    server_time: at(clock.now),
    expires_at: at(start + 100 * second),
    access_token_expires_at: at(start + 50 * second),
    lifetime: 60,
    refreshed_at: at(start + 40 * second),
    refreshed_by: 'renewal',
    requests: 1,
    renewals: 1,
    silent_refreshes: 1,
    looks: 1,
    faults: { slow: false, form: 'code' },
  });
  clock.now += 5 * second;
  expect(await browser.believed()).toMatchObject({ state: 'live', access_token_expires_at: null });
  clock.now += 50 * second;
  expect(await browser.believed()).toMatchObject({ state: 'expired', expires_at: null });
});

it('the debug view tells no token and no id, and a stranger nothing', async () => {
  const browser = visitor(call);
  await browser.signIn();
  const { text } = await browser.ask('/debug/session');
  for (const [name, secret] of browser.cookies) {
    if (!name.endsWith('refreshes')) expect(text).not.toContain(secret);
  }
  expect(text).not.toContain(browser.cookies.get('trust-leads-refresh')?.split('.')[0]);
  expect(await visitor(call).believed()).toEqual({ state: 'no-token', server_time: at(clock.now) });
  browser.cookies.set('trust-leads-refresh', 'made.up');
  expect((await browser.believed()).state).toBe('not-found');
  expect((await browser.ask('/debug/restart', { method: 'POST' })).status).toBe(401);
});

it('answers late where that is switched on, and for that session only', async () => {
  const slow = visitor(call);
  const quick = visitor(call);
  await Promise.all([slow.signIn(), quick.signIn()]);
  await slow.ask('/debug/faults', { method: 'POST', body: { slow: true, form: 'shouted' } });
  const took = async (work: Promise<unknown>) => {
    const since = performance.now();
    await work;
    return performance.now() - since;
  };
  expect(await took(slow.look())).toBeGreaterThan(240);
  expect(await took(slow.ask('/api/leads'))).toBeGreaterThan(240);
  expect(await took(slow.refresh())).toBeGreaterThan(240);
  expect(await took(slow.believed())).toBeLessThan(200);
  expect(await took(quick.look())).toBeLessThan(200);
  expect((await slow.believed()).faults).toEqual({ slow: true, form: 'code' });
});
