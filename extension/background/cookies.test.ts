import { describe, expect, test } from 'vitest';
import type { SessionRecord } from '../stored.ts';
import type { FakeBrowser } from './testing/browser.ts';
import { guarded, page, phase, record } from './testing/guarded.ts';

const minute = 60_000;
const sid = { name: 'sid', value: 'secret-value', domain: 'app.example.com', storeId: '0' };

const site = {
  id: 'app',
  name: 'App',
  match: ['https://app.example.com/*'],
  expiry: [{ from: 'cookie', name: 'sid' }],
  signs: [{ cookie: 'sid', gone: true, means: 'ended', reason: 'not-found' }],
};

const signedIn = async (browser: FakeBrowser) => {
  const { commands } = await browser.wake();
  await commands.run({ do: 'signed-in', site: 'app' });
  await browser.pass(100);
};
const change = async (browser: FakeBrowser, removed: boolean) => {
  const { house } = await browser.wake();
  house.cookies.changed({ removed, cookie: sid });
};
const begin = async (profile: object = site, jar: object = {}) => {
  const world = await guarded(profile);
  world.browser.jar = [{ ...sid, expirationDate: (world.browser.now() + 10 * minute) / 1000, ...jar }];
  await signedIn(world.browser);
  return world;
};

describe('A cookie', () => {
  test('that expires warns, and is asked for at its moment: gone, it is the end', async () => {
    const { browser } = await begin();
    expect(await phase(browser)).toBe('active');
    await browser.pass(9 * minute);
    expect(await phase(browser)).toBe('warning');
    browser.jar = [];
    await browser.pass(minute + 5000);
    expect(await phase(browser)).toBe('ended');
  });

  test('that is shown after its time, as Firefox does, has gone all the same', async () => {
    const { browser } = await begin();
    await browser.pass(10 * minute + 100);
    expect(browser.jar).toHaveLength(1);
    expect(await phase(browser)).toBe('ended');
  });

  test('that is there still after its moment leaves it unknown, and nobody is asked to sign in', async () => {
    const { browser, tab } = await begin();
    await browser.pass(9 * minute);
    // A new one, of which nobody heard.
    browser.jar[0]!.expirationDate! += 600;
    await browser.pass(minute + 5000);
    expect(await phase(browser)).toBe('unknown');
    expect(tab.got.some((message) => message.order === 'prompt' && message.show === 'over')).toBe(false);
  });

  test('that was removed is gone only when it does not come back within 2 s', async () => {
    const { browser } = await begin();
    const [cookie] = browser.jar;
    browser.jar = [];
    await change(browser, true);
    await browser.pass(1000);
    browser.jar = [cookie!];
    await browser.pass(3000);
    expect(await phase(browser)).toBe('active');
    browser.jar = [];
    await change(browser, true);
    await browser.pass(3000);
    expect(await phase(browser)).toBe('ended');
  });

  test('that went while the worker was dead is missed at the next start', async () => {
    const { browser } = await begin();
    browser.jar = [];
    await change(browser, true);
    await browser.pass(500);
    browser.kill();
    await browser.pass(31_000);
    expect(await phase(browser)).toBe('ended');
  });

  test('that is written anew after the end is a sign of life: not known, and no prompt', async () => {
    const { browser, tab } = await begin();
    await browser.pass(minute);
    browser.jar = [];
    await change(browser, true);
    await browser.pass(3000);
    expect(await phase(browser)).toBe('ended');
    browser.jar = [{ ...sid, expirationDate: (browser.now() + 10 * minute) / 1000 }];
    await change(browser, false);
    await browser.pass(1000);
    expect(await phase(browser)).toBe('unknown');
    const prompts = tab.got.filter(({ order }) => order === 'prompt');
    expect(prompts.at(-1)).toMatchObject({ show: 'none' });
  });

  test('that is empty, of another jar or of another host is not one', async () => {
    for (const other of [{ value: '' }, { storeId: '1' }, { domain: 'other.com' }]) {
      const { browser } = await begin(site, other);
      expect(record(browser).told).toEqual({});
    }
  });

  test('of a domain above the host counts', async () => {
    const { browser } = await begin(site, { domain: '.example.com' });
    expect(record(browser).told[0]).toBeDefined();
  });

  test('of a host above it alone does not', async () => {
    const { browser } = await begin(site, { domain: 'example.com' });
    expect(record(browser).told).toEqual({});
  });

  test('of another host does not, where each host has a session of its own', async () => {
    const both = { ...site, match: [...site.match, 'https://other.example.com/*'], perHost: true };
    for (const domain of ['app.example.com', 'other.example.com']) {
      const { browser, tab } = await guarded(both);
      browser.access.origins.push('https://other.example.com/*');
      browser.kill();
      browser.jar = [{ ...sid, domain, expirationDate: (browser.now() + minute) / 1000 }];
      await browser.hello(tab);
      await browser.pass(100);
      const { told } = browser.areas.local['session:app|0|app.example.com'] as SessionRecord;
      expect(Object.keys(told)).toHaveLength(domain === 'app.example.com' ? 1 : 0);
    }
  });

  test('without an expiry says nothing, and never "never"', async () => {
    const { browser } = await begin(site, { expirationDate: undefined });
    expect(record(browser).told).toEqual({});
    expect(await phase(browser)).toBe('active');
  });

  test('of several the one that ends first counts', async () => {
    const { browser } = await guarded({ ...site, expiry: [{ from: 'cookie', name: 'sid*' }], signs: [] });
    const from = browser.now();
    const at = (minutes: number) => (from + minutes * minute) / 1000;
    browser.jar = [
      { ...sid, name: 'sid.1', expirationDate: at(20) },
      { ...sid, name: 'sid.2', expirationDate: at(10) },
    ];
    await signedIn(browser);
    expect(record(browser).told[0]!.at).toBe(at(10) * 1000);
  });

  test('leaves no value in storage, whatever it is read for', async () => {
    const { browser } = await begin({ ...site, expiry: [{ from: 'cookie', name: 'sid', as: 'jwt' }] });
    await browser.pass(minute);
    expect(record(browser).problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(browser.areas)).not.toContain('secret-value');
    expect(record(browser).page).toBe(page);
  });
});
