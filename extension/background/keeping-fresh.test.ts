import { describe, expect, test } from 'vitest';
import { guarded, page, phase, record, site, stateOf } from './testing/guarded.ts';
import type { FakeBrowser } from './testing/browser.ts';

const minute = 60_000;
const on = async (browser: FakeBrowser, part: object = {}) => {
  const { commands } = await browser.wake();
  const answer = commands.run({ do: 'keep-fresh', site: 'app', on: true, ...part });
  await browser.pass(100);
  expect(await answer).toEqual({ ok: true });
};
const active = (part: object) => ({ ...site, keepFresh: { by: 'request', url: '/renew', ...part } });

describe('Keeping fresh', () => {
  test('is off until the person turns it on', async () => {
    const { browser, server, tab } = await guarded();
    await browser.say(tab, { say: 'input' });
    await browser.pass(17 * minute);
    expect(server.renewals).toBe(0);
  });

  test('renews once for a person who is there, and not for one who is not', async () => {
    const { browser, server, tab } = await guarded();
    await on(browser);
    expect(tab.orders?.wantsInput).toBe(true);
    await browser.pass(16 * minute);
    expect(server.renewals).toBe(0);
    await browser.say(tab, { say: 'input' });
    await browser.pass(1000);
    expect(server.renewals).toBe(1);
    await browser.pass(18.5 * minute);
    expect(server.renewals).toBe(1);
    expect(await phase(browser)).toBe('warning');
  });

  test('goes on where the worker died', async () => {
    const { browser, server, tab } = await guarded();
    await on(browser);
    await browser.say(tab, { say: 'input' });
    browser.kill();
    await browser.pass(17 * minute);
    expect(server.renewals).toBe(1);
  });

  test('sends nothing after the end, though somebody is there', async () => {
    const { browser, server, tab } = await guarded();
    await on(browser);
    await browser.pass(21 * minute);
    await browser.say(tab, { say: 'input' });
    await browser.pass(10 * minute);
    expect(server.renewals).toBe(0);
  });

  test('ends after as long as the profile allows', async () => {
    const { browser, server, tab } = await guarded(active({ atMost: '30m' }));
    await on(browser);
    for (let step = 0; step < 60; step++) {
      await browser.say(tab, { say: 'input' });
      await browser.pass(minute);
    }
    expect(stateOf(browser).keepFresh).toBeUndefined();
    expect(server.renewals).toBeLessThanOrEqual(3);
    expect(server.renewals).toBeGreaterThan(0);
  });

  test('while the tab is open needs no input, but some now and then, and stops at a locked screen', async () => {
    const profile = active({ while: 'open', idle: '60m', atMost: '2h' });
    const { browser, server, tab } = await guarded(profile);
    await on(browser);
    await browser.say(tab, { say: 'input' });
    await browser.pass(17 * minute);
    expect(server.renewals).toBe(1);
    browser.isLocked = true;
    await browser.pass(18 * minute);
    expect(server.renewals).toBe(1);
    expect(record(browser).stuck).toBe('locked');
  });

  test('while the tab is open stops where nobody was there for as long as the profile says', async () => {
    const profile = active({ while: 'open', idle: '10m', atMost: '2h' });
    const { browser, server, tab } = await guarded(profile);
    await on(browser);
    await browser.say(tab, { say: 'input' });
    await browser.pass(18.5 * minute);
    expect(server.renewals).toBe(0);
    expect(record(browser).stuck).toBe('idle');
  });

  test('while the tab is open is not done where nobody can tell whether the screen is locked', async () => {
    const profile = active({ while: 'open', idle: '60m', atMost: '2h' });
    const { browser, server, tab } = await guarded(profile);
    browser.isLocked = undefined;
    await on(browser);
    await browser.say(tab, { say: 'input' });
    await browser.pass(18.5 * minute);
    expect(server.renewals).toBe(0);
    expect(record(browser).stuck).toBe('not-possible');
  });

  test('is over with the tab, where the person said so', async () => {
    const { browser, tab } = await guarded();
    await on(browser, { untilTabCloses: tab.id });
    await browser.close(tab);
    await browser.pass(3000);
    expect(stateOf(browser).keepFresh).toBeUndefined();
  });

  test('is over where the site forbids it', async () => {
    const { browser, server, tab } = await guarded();
    await on(browser);
    await browser.say(tab, { say: 'hello', seen: true, acted: true, forbids: true });
    await browser.say(tab, { say: 'input' });
    await browser.pass(18 * minute);
    expect(server.renewals).toBe(0);
  });

  test('refuses a reply with a token that the page would not get', async () => {
    const { browser, tab } = await guarded();
    const { answer } = tab;
    tab.answer = (ask) => {
      const said = answer!(ask)!;
      return ask.kind === 'renew' ? { ...said, body: { ...(said.body as object), access_token: 'x' } } : said;
    };
    const { commands } = await browser.wake();
    const done = commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(1000);
    expect(await done).toMatchObject({ ok: false });
    expect(record(browser).stuck).toBe('new-token');
    expect(JSON.stringify(browser.areas)).not.toContain('access_token');
  });
});

describe('By reload', () => {
  const byReload = { ...site, keepFresh: { by: 'reload' } };
  const away = { active: false, acted: false };
  const renew = async (browser: FakeBrowser) => {
    const { commands } = await browser.wake();
    const done = commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(12_000);
    return done;
  };

  test('a tab that is out of view and untouched is loaded anew, and the later end confirms it', async () => {
    const { browser, server, tab } = await guarded(byReload, away, { keepFresh: { since: 0 } });
    const end = record(browser).facts.stated!.at;
    await browser.pass(5 * minute);
    // The server counts the navigation.
    server.expiresAt = browser.now() + 20 * minute;
    expect(await renew(browser)).toEqual({ ok: true });
    expect(tab.reloads).toBe(1);
    expect(record(browser).facts.stated!.at).toBeGreaterThan(end);
  });

  test.each<[string, object, string]>([
    ['in view', { active: true, acted: false }, 'tab-in-view'],
    ['used since it loaded', { active: false, acted: true }, 'tab-used'],
    ['that plays', { active: false, acted: false, audible: true }, 'tab-used'],
  ])('a tab %s is left alone, and why is said', async (_, part, why) => {
    const { browser, tab } = await guarded(byReload, part, { keepFresh: { since: 0 } });
    expect(await renew(browser)).toMatchObject({ ok: false });
    expect(tab.reloads).toBe(0);
    expect(record(browser).stuck).toBe(why);
  });

  test('no tab is loaded anew once the session is over', async () => {
    const { browser, tab } = await guarded(byReload, away, { keepFresh: { since: 0 } });
    await browser.pass(21 * minute);
    await renew(browser);
    expect(tab.reloads).toBe(0);
  });

  test('nor where it ended while a tab was looked for', async () => {
    const { browser, tab } = await guarded(byReload, away, { keepFresh: { since: 0 } });
    const { house } = await browser.wake();
    tab.heard = () => house.sessions.get('app|0')?.guard.end('revoked');
    await renew(browser);
    expect(await phase(browser)).toBe('ended');
    expect(tab.reloads).toBe(0);
  });

  test('no tab, no reload', async () => {
    const { browser, tab } = await guarded(byReload, away, { keepFresh: { since: 0 } });
    await browser.close(tab);
    expect(await renew(browser)).toMatchObject({ ok: false });
    expect(tab.url).toBe(page);
  });
});
