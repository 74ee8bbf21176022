import { describe, expect, test } from 'vitest';
import type { SiteState } from '../stored.ts';
import { createFakeBrowser } from './testing/browser.ts';
import { createServer, guarded, page, phase, prompt, record, site, stateOf } from './testing/guarded.ts';

const minute = 60_000;

describe('the story of a session', () => {
  test('it is looked at, warned of, and asked about once it is over', async () => {
    const { browser, server, tab } = await guarded();
    expect(await phase(browser)).toBe('active');
    expect(server.looks).toBe(1);
    expect(browser.badges.get(tab.id)).toBe('15m');

    await browser.pass(18 * minute);
    expect(await phase(browser)).toBe('warning');
    expect(prompt(tab)).toBe('warning');
    expect(server.renewals).toBe(0);

    await browser.pass(2 * minute);
    expect(prompt(tab)).toBe('over');
    expect(await phase(browser)).toBe('ended');
    expect(browser.badges.get(tab.id)).toBe('!');
    const { endings } = browser.areas.local['site:app'] as SiteState;
    expect(endings).toMatchObject([{ reason: 'expired' }]);

    server.expiresAt = browser.now() + 20 * minute;
    await browser.see(tab, false);
    await browser.pass(20_000);
    await browser.see(tab, true);
    await browser.pass(1000);
    expect(await phase(browser)).toBe('active');
    expect(prompt(tab)).toBe('none');
  });

  test('a renewal moves the end, once', async () => {
    const { browser, server } = await guarded();
    await browser.pass(18.5 * minute);
    const { commands } = await browser.wake();
    const answer = commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(1000);
    expect(await answer).toEqual({ ok: true });
    expect(server.renewals).toBe(1);
    expect(await phase(browser)).toBe('active');
  });

  test('after the end nothing is sent but looks', async () => {
    const { browser, server } = await guarded();
    await browser.pass(25 * minute);
    const { commands } = await browser.wake();
    const answer = commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(1000);
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'not-alive' } });
    expect(server.renewals).toBe(0);
  });
});

describe('the worker may die at any moment', () => {
  const steps = [0, 5, 17.5, 18.2, 19.9, 19.99, 20.02, 20.5].map((at) => at * minute);
  test.each(steps)('killed %d ms after the sign-in, nothing is late, doubled or lost', async (at) => {
    const { browser, server, tab } = await guarded();
    await browser.pass(at);
    browser.kill();
    await browser.pass(20 * minute + 5000 - at);
    expect(await phase(browser)).toBe('ended');
    expect(prompt(tab)).toBe('over');
    expect((browser.areas.local['site:app'] as SiteState).endings).toHaveLength(1);
    expect(server.renewals).toBe(0);
    expect(server.looks).toBeLessThanOrEqual(5);
  });

  test('killed while a renewal is under way, its answer is still believed, and it is not sent again', async () => {
    const { browser, server } = await guarded();
    await browser.pass(18.5 * minute);
    const { commands } = await browser.wake();
    void commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(20);
    browser.kill();
    await browser.pass(5000);
    expect(server.renewals).toBe(1);
    expect(await phase(browser)).toBe('active');
  });
});

describe('far from the end', () => {
  test('nothing is asked, and the worker sleeps', async () => {
    const { browser, server } = await guarded({ ...site, warnBefore: '2m' });
    server.expiresAt = browser.now() + 60 * minute;
    const wakes = browser.wakeUps;
    browser.kill();
    await browser.pass(5 * minute);
    expect(browser.wakeUps - wakes).toBeLessThanOrEqual(1);
    expect(server.looks).toBe(1);
  });

  test('few alarms are set, however many sites are guarded', async () => {
    const browser = createFakeBrowser();
    browser.access.origins = ['https://*.example.com/*'];
    const sites = Array.from({ length: 100 }, (_, at) => ({
      ...site,
      id: `app${at}`,
      match: [`https://app${at}.example.com/*`],
    }));
    browser.areas.local.profiles = { version: 1, sites };
    const server = createServer(browser);
    for (let at = 0; at < 100; at++)
      await browser.open(`https://app${at}.example.com/`, { answer: server.answer, active: false });
    await browser.pass(1000);
    expect(browser.alarms.size).toBeLessThanOrEqual(3);
  });
});

describe('what is stored', () => {
  test('holds no phase, and no value of a cookie', async () => {
    const { browser } = await guarded();
    expect(JSON.stringify(record(browser))).not.toMatch(/"phase"/);
  });

  test('that cannot be read is set aside, and the rest goes on', async () => {
    const { browser } = await guarded();
    browser.kill();
    browser.areas.local['session:app|0'] = { nonsense: true };
    await browser.wake();
    await browser.pass(100);
    expect(browser.areas.local['set-aside']).toMatchObject([
      { key: 'session:app|0', data: { nonsense: true } },
    ]);
    expect(await phase(browser)).toBeUndefined();
  });
});

describe('A private window', () => {
  const privately = { store: '1', isPrivate: true };

  test('leaves nothing on the disk, and nothing at all once its last tab is closed', async () => {
    const { browser, server } = await guarded();
    const tab = await browser.open(page, { ...privately, answer: server.answer });
    await browser.pass(1000);
    expect(browser.areas.session['session:app|1']).toBeDefined();
    expect(Object.keys(browser.areas.local)).not.toContain('session:app|1');
    await browser.close(tab);
    await browser.pass(6000);
    expect(browser.areas.session['session:app|1']).toBeUndefined();
  });

  test('keeps what it knows from one page to the next', async () => {
    const { browser, server } = await guarded();
    const tab = await browser.open(page, { ...privately, answer: server.answer });
    await browser.pass(1000);
    await browser.say(tab, { say: 'bye' });
    await browser.pass(500);
    await browser.hello(tab);
    await browser.pass(6000);
    expect(browser.areas.session['session:app|1']).toBeDefined();
  });
});

describe('A page that goes before it answered', () => {
  test('is not waited for: the next one is asked', async () => {
    const { browser, server } = await guarded();
    const tab = await browser.open(page, { answer: server.answer });
    const { commands } = await browser.wake();
    void commands.run({ do: 'look', key: 'app|0' });
    await browser.rest();
    const looks = server.looks;
    for (const each of browser.tabs.values()) await browser.close(each);
    await browser.open(page, { id: tab.id + 1, answer: server.answer });
    await browser.pass(1000);
    const { house } = await browser.wake();
    expect(house.sessions.get('app|0')!.guard.status().looking).toBe(false);
    expect(server.looks).toBeGreaterThanOrEqual(looks);
  });
});

describe('A sign-in', () => {
  test('without a new page is seen by a sign of life, and the end is asked for', async () => {
    const signs = [{ url: '/login', status: '2xx', means: 'alive' }];
    const { browser, server, tab } = await guarded({ ...site, signs });
    server.expiresAt = browser.now();
    const { commands } = await browser.wake();
    void commands.run({ do: 'look', key: 'app|0' });
    await browser.pass(1000);
    expect(await phase(browser)).toBe('ended');
    server.expiresAt = browser.now() + 20 * minute;
    await browser.say(tab, { say: 'sign', sign: 0, requestedAt: browser.now(), url: page });
    await browser.pass(1000);
    expect(await phase(browser)).toBe('active');
    expect(record(browser).facts.stated).toBeDefined();
  });
});

describe('A restart of the browser', () => {
  test('brings sessions back without their tabs: nothing is asked until one is opened, and then at once', async () => {
    const { browser, server } = await guarded();
    await browser.pass(minute);
    browser.restart();
    const looks = server.looks;
    await browser.wake();
    await browser.pass(5 * minute);
    expect(server.looks).toBe(looks);
    expect(record(browser).tabs).toBe(0);
    expect(await phase(browser)).toBe('active');
    await browser.open(page, { answer: server.answer });
    await browser.pass(1000);
    expect(server.looks).toBe(looks + 1);
  });

  test('while which it ended is told once it is known, and once', async () => {
    const { browser } = await guarded();
    await browser.pass(minute);
    browser.restart();
    await browser.pass(40 * minute);
    await browser.wake();
    await browser.pass(1000);
    expect(await phase(browser)).toBe('expired');
    expect(stateOf(browser).endings).toHaveLength(1);
    expect(browser.notices).toHaveLength(1);
    browser.kill();
    await browser.wake();
    await browser.pass(1000);
    expect(browser.notices).toHaveLength(1);
  });
});
