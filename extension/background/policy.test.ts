import { describe, expect, test, vi } from 'vitest';
import { beginWatch } from '../guarding/watching.ts';
import type { Command } from '../messages.ts';
import { isSameJson } from '../profile/same-json.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/browser.ts';
import { createServer, guarded, page, prompt, record, site, stateOf } from './testing/guarded.ts';

const minute = 60_000;
const hour = 60 * minute;
const open = { by: 'request', url: '/renew', while: 'open', idle: '9h', atMost: '8h' };

const run = async (browser: FakeBrowser, command: Command) => {
  const { commands } = await browser.wake();
  const answer = commands.run(command);
  await browser.pass(200);
  return answer;
};

/** The organisation guards the site, and a tab of it is in view. */
async function decided(policy: object, local: object = {}) {
  const browser = createFakeBrowser();
  browser.access = { origins: ['https://app.example.com/*'], permissions: ['cookies'] };
  browser.policy = policy;
  Object.assign(browser.areas.local, local);
  const server = createServer(browser);
  const tab = await browser.open(page, { answer: server.answer });
  await browser.pass(1000);
  return { browser, server, tab };
}

const change = async (browser: FakeBrowser, policy: unknown) => {
  browser.policy = policy;
  const { commands } = await browser.wake();
  const answer = commands.policyChanged();
  await browser.pass(200);
  return answer;
};

describe('A site of the organisation', () => {
  test('is guarded without a click, and is not among the person’s', async () => {
    const { browser } = await decided({ sites: [site] });
    expect(record(browser).facts.held).toBe(true);
    expect(stateOf(browser).guardedAt).toBeGreaterThan(0);
    expect(browser.areas.local.profiles).toBeUndefined();
    expect(browser.registered.get('agent')).toEqual(site.match);
  });

  test('is guarded at a start, before the browser tells what is decided: what it told last holds', async () => {
    const { browser } = await decided({ sites: [site] });
    browser.kill();
    browser.policy = new Promise(() => {});
    void browser.wake();
    await browser.rest();
    const { house } = browser.running()!;
    expect(house.sessions.get('app|0')?.guard.status().phase).toBe('active');
  });

  test('waits for the person to give access', async () => {
    const browser = createFakeBrowser();
    browser.policy = { sites: [site] };
    await browser.wake();
    await browser.pass(100);
    expect(browser.registered.get('agent')).toBeUndefined();
    browser.access.origins = ['https://app.example.com/*'];
    await (await browser.wake()).commands.accessChanged();
    expect(browser.registered.get('agent')).toEqual(site.match);
  });

  test('wins over one of the person with the same id, which is kept as it was', async () => {
    const mine = { ...site, name: 'Mine' };
    const profiles = { version: 1, sites: [mine] };
    const paused = { guardedAt: 1, endings: [], paused: 'unconfirmed' };
    const { browser } = await decided({ sites: [site] }, { profiles, 'site:app': paused });
    const { house } = await browser.wake();
    expect(house.store.sites().map(({ name }) => name)).toEqual(['App']);
    expect(record(browser).facts.held).toBe(true);
    // Whatever is written of it, the person's is still to be confirmed.
    await run(browser, { do: 'keep-fresh', site: 'app', on: true });
    expect(stateOf(browser)).toMatchObject({ paused: 'unconfirmed', keepFresh: {} });
    await change(browser, undefined);
    expect(browser.areas.local.profiles).toEqual(profiles);
    expect(house.store.sites().map(({ name }) => name)).toEqual(['Mine']);
    expect(house.store.state('app').paused).toBe('unconfirmed');
  });

  test('can be paused by the person, but not where sites are locked', async () => {
    const { browser, tab } = await decided({ sites: [site] });
    expect(await run(browser, { do: 'pause', site: 'app', on: true })).toEqual({ ok: true });
    expect(stateOf(browser).paused).toBe('person');
    await change(browser, { sites: [site], locks: ['sites'] });
    await browser.hello(tab);
    expect((await browser.wake()).house.store.state('app').paused).toBeUndefined();
    expect(await run(browser, { do: 'pause', site: 'app', on: true })).toMatchObject({
      problem: { code: 'decided' },
    });
  });

  test('goes with the policy, and nothing of it stays: no prompt, no agent, no record', async () => {
    const { browser, tab } = await decided({ sites: [site] });
    await browser.pass(19 * minute);
    expect(prompt(tab)).toBe('warning');
    await change(browser, { organisation: 'IT' });
    expect(tab.got.at(-1)).toEqual({ order: 'stop' });
    expect(Object.keys(browser.areas.local).filter((key) => /^(site|session):/.test(key))).toEqual([]);
    expect(browser.registered.get('agent')).toBeUndefined();
  });

  test('comes with the policy, to a tab that is open already', async () => {
    const browser = createFakeBrowser();
    browser.access = { origins: ['https://app.example.com/*'], permissions: [] };
    const tab = await browser.open(page);
    await change(browser, { sites: [site] });
    expect(tab.injected).toContain('agent.js');
  });
});

describe('A limit', () => {
  const kept = (since: number) => ({ 'site:app': { guardedAt: 1, endings: [], keepFresh: { since } } });

  test('ends what runs already', async () => {
    const { browser, server, tab } = await guarded({ ...site, keepFresh: open });
    await run(browser, { do: 'keep-fresh', site: 'app', on: true });
    await browser.say(tab, { say: 'input' });
    await change(browser, { limits: { longestKeepFresh: '1h' } });
    await browser.pass(59 * minute);
    expect(stateOf(browser).keepFresh).toBeDefined();
    await browser.pass(2 * minute);
    expect(stateOf(browser).keepFresh).toBeUndefined();
    expect(server.renewals).toBeGreaterThan(0);
  });

  test('of never switches off what was on, for good, and refuses to switch it on', async () => {
    const policy = { sites: [site], limits: { keepFresh: 'never' } };
    const { browser, server, tab } = await decided(policy, kept(1));
    await browser.say(tab, { say: 'input' });
    await browser.pass(17 * minute);
    expect(server.renewals).toBe(0);
    expect(stateOf(browser).keepFresh).toBeUndefined();
    expect(await run(browser, { do: 'keep-fresh', site: 'app', on: true })).toMatchObject({ ok: false });
    // The person's own click is another thing.
    expect(await run(browser, { do: 'renew', key: 'app|0' })).toEqual({ ok: true });
  });

  test('of active renews for a person who is there, and for nobody else', async () => {
    const policy = { sites: [{ ...site, keepFresh: open }], limits: { keepFresh: 'active' } };
    const { browser, server } = await decided(policy);
    await run(browser, { do: 'keep-fresh', site: 'app', on: true });
    expect(stateOf(browser).keepFresh!.until! - stateOf(browser).keepFresh!.since).toBe(8 * hour);
    await browser.pass(19 * minute);
    expect(server.renewals).toBe(0);
  });
});

describe('What was decided', () => {
  test('holds over what the person chose, which is there again when nobody decides', async () => {
    const preferences = { notifications: true, language: 'fr' };
    const { browser } = await decided({ notifications: false, sites: [site] }, { preferences });
    await browser.pass(21 * minute);
    expect(browser.notices).toEqual([]);
    const sent = { notifications: false, language: 'it' };
    expect(await run(browser, { do: 'set-preferences', preferences: sent })).toEqual({ ok: true });
    expect(browser.areas.local.preferences).toEqual({ notifications: true, language: 'it' });
    expect(await run(browser, { do: 'set-preferences', preferences: { notifications: true } })).toMatchObject(
      {
        problem: { code: 'decided' },
      },
    );
  });

  test('is the language of the menu, at once', async () => {
    const { browser } = await decided({});
    await change(browser, { language: 'de' });
    await vi.waitFor(() => expect(browser.menu['stay-signed-in']).toMatch(/angemeldet/i));
  });

  test('refuses a wish, where the sites are locked, but for one that is guarded already', async () => {
    const { browser } = await decided({ locks: ['sites'] });
    const wish = { at: browser.now(), origin: 'https://app.example.com', name: 'App' };
    browser.areas.local.wish = wish;
    expect(await run(browser, { do: 'guard' })).toMatchObject({ problem: { code: 'decided' } });
    expect(Object.keys(browser.areas.local)).toEqual(['policy']);
    await change(browser, { locks: ['sites'], sites: [site] });
    browser.areas.local.wish = { ...wish, at: browser.now() };
    expect(await run(browser, { do: 'guard' })).toEqual({ ok: true });
  });

  test('takes no notes of a watched site, where watching is locked', async () => {
    const watched = { id: 'app', name: 'App', match: site.match };
    const noted = async (locks: string[]) => {
      const { browser, tab } = await decided({ sites: [watched], locks });
      await browser.say(tab, { say: 'input' });
      await run(browser, { do: 'was-signed-out', site: 'app', yes: true });
      const { watch, guardedAt } = stateOf(browser);
      return !isSameJson(watch, JSON.parse(JSON.stringify(beginWatch(guardedAt))));
    };
    expect(await noted([])).toBe(true);
    expect(await noted(['watching'])).toBe(false);
  });
});
