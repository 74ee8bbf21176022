import { describe, expect, test } from 'vitest';
import type { Command } from '../messages.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/browser.ts';
import { createServer, guarded, page, phase, site, stateOf } from './testing/guarded.ts';

const run = async (browser: FakeBrowser, command: Command, askedIn?: number) => {
  const { commands } = await browser.wake();
  const answer = commands.run(command, askedIn);
  await browser.pass(200);
  return answer;
};
const profiles = (browser: FakeBrowser) =>
  (browser.areas.local.profiles as { sites: { id: string }[] } | undefined)?.sites ?? [];
const wish = (browser: FakeBrowser, part: object = {}) => ({
  at: browser.now(),
  origin: 'https://app.example.com',
  name: 'App',
  ...part,
});

describe('A wish to guard a site', () => {
  test('is done once access is there, though the popup that asked is gone', async () => {
    const browser = createFakeBrowser();
    const tab = await browser.open(page);
    expect(tab.orders).toBeUndefined();
    browser.areas.local.wish = wish(browser);
    browser.access = { origins: ['https://app.example.com/*'], permissions: ['cookies'] };
    const { commands } = await browser.wake();
    await commands.accessChanged();
    await browser.pass(100);
    expect(profiles(browser)).toMatchObject([
      { name: 'App', match: ['https://app.example.com/*'], expiry: [] },
    ]);
    expect(browser.areas.local.wish).toBeUndefined();
    expect(browser.registered.get('agent')).toEqual(['https://app.example.com/*']);
    // The tab was open before.
    expect(tab.injected).toContain('agent.js');
  });

  test('is done once, whoever says it', async () => {
    const browser = createFakeBrowser();
    browser.access = { origins: ['https://app.example.com/*'], permissions: [] };
    browser.areas.local.wish = wish(browser);
    const { commands } = await browser.wake();
    const both = [commands.run({ do: 'guard' }), commands.accessChanged()];
    await browser.pass(100);
    await Promise.all(both);
    expect(profiles(browser)).toHaveLength(1);
  });

  test('comes to nothing without access, and stays', async () => {
    const browser = createFakeBrowser();
    browser.areas.local.wish = wish(browser);
    expect(await run(browser, { do: 'guard' })).toMatchObject({ ok: false, problem: { code: 'no-access' } });
    expect(profiles(browser)).toHaveLength(0);
    expect(browser.areas.local.wish).toBeDefined();
  });

  test('is forgotten after ten minutes', async () => {
    const browser = createFakeBrowser();
    browser.access = { origins: ['https://app.example.com/*'], permissions: [] };
    browser.areas.local.wish = wish(browser, { at: browser.now() - 11 * 60_000 });
    expect(await run(browser, { do: 'guard' })).toMatchObject({ ok: false });
    expect(profiles(browser)).toHaveLength(0);
  });
});

describe('Profiles', () => {
  const text = (...sites: object[]) => JSON.stringify({ version: 1, sites });

  test('are replaced whole', async () => {
    const { browser } = await guarded();
    const other = { ...site, id: 'other', match: ['https://other.example.com/*'] };
    expect(await run(browser, { do: 'save-profiles', text: text(other) })).toEqual({ ok: true });
    expect(profiles(browser).map(({ id }) => id)).toEqual(['other']);
    expect(Object.keys(browser.areas.local).filter((key) => /app/.test(key))).toEqual([]);
  });

  test('are refused whole with the reason, and the old ones stay', async () => {
    const { browser } = await guarded();
    const answer = await run(browser, {
      do: 'save-profiles',
      text: text(site, { ...site, id: 'b', match: ['x'] }),
    });
    expect(answer).toMatchObject({ ok: false, problem: { field: 'sites[1].match[0]' } });
    expect(profiles(browser).map(({ id }) => id)).toEqual(['app']);
    expect(await phase(browser)).toBe('active');
  });

  test('that are imported do nothing until they are confirmed', async () => {
    const browser = createFakeBrowser();
    browser.access = { origins: ['https://app.example.com/*'], permissions: [] };
    const server = createServer(browser);
    await run(browser, { do: 'add-profiles', text: text(site), confirmed: false });
    expect(browser.registered.size).toBe(0);
    const tab = await browser.open(page, { answer: server.answer });
    expect(tab.orders).toBeUndefined();
    await run(browser, { do: 'confirm', site: 'app' });
    expect(browser.registered.size).toBe(1);
    await browser.hello(tab);
    await browser.pass(1000);
    expect(server.looks).toBe(1);
  });

  test('that cannot be read are set aside', async () => {
    const browser = createFakeBrowser();
    browser.areas.local.profiles = { version: 7 };
    await browser.wake();
    await browser.pass(10);
    expect(browser.areas.local['set-aside']).toMatchObject([{ key: 'profiles', data: { version: 7 } }]);
    const [{ at }] = browser.areas.local['set-aside'] as [{ at: number }];
    await run(browser, { do: 'forget-set-aside', at, key: 'profiles' });
    expect(browser.areas.local['set-aside']).toEqual([]);
  });
});

describe('A site', () => {
  test('that is paused is left alone, and goes on after', async () => {
    const { browser, server } = await guarded();
    await run(browser, { do: 'pause', site: 'app', on: true });
    expect(browser.registered.size).toBe(0);
    await browser.pass(25 * 60_000);
    expect(server.looks).toBe(1);
    expect(browser.notices).toEqual([]);
    await run(browser, { do: 'pause', site: 'app', on: false });
    expect(browser.registered.size).toBe(1);
    expect(stateOf(browser).paused).toBeUndefined();
  });

  test('that is guarded no more leaves nothing: no script, no record, no access, no badge', async () => {
    const { browser, tab } = await guarded();
    await run(browser, { do: 'unguard', site: 'app' });
    expect(tab.got.at(-1)).toEqual({ order: 'stop' });
    expect(browser.registered.size).toBe(0);
    expect(Object.keys(browser.areas.local)).toEqual(['profiles']);
    expect(browser.access.origins).toEqual([]);
    expect(browser.badges.get(tab.id)).toBe('');
  });

  test('is signed in to at its own address, in a new tab: beside the one whose prompt was used', async () => {
    const { browser, tab } = await guarded();
    await run(browser, { do: 'sign-in', key: 'app|0' });
    await run(browser, { do: 'sign-in', key: 'app|0' }, tab.id);
    const address = 'https://app.example.com/signin';
    expect(browser.opened).toEqual([address, `${address} beside ${tab.id}`]);
  });

  test('that nobody knows is named', async () => {
    const { browser } = await guarded();
    expect(await run(browser, { do: 'look', key: 'nobody|0' })).toMatchObject({
      ok: false,
      problem: { code: 'no-session', found: 'nobody|0' },
    });
  });

  test('of which nothing is known is not asked anything, and ends by the person’s word', async () => {
    const { browser } = await guarded({ id: 'app', name: 'App', match: site.match });
    await run(browser, { do: 'signed-in', site: 'app' });
    expect(await phase(browser)).toBe('active');
    await run(browser, { do: 'was-signed-out', site: 'app', yes: true });
    expect(await phase(browser)).toBe('ended');
    expect(stateOf(browser).watch?.ends).toHaveLength(1);
  });
});

test('Preferences take only what is known, of the type it has', async () => {
  const { browser } = await guarded();
  const preferences = { notifications: false, theme: 7, evil: true };
  await run(browser, { do: 'set-preferences', preferences });
  expect(browser.areas.local.preferences).toEqual({ notifications: false });
});
