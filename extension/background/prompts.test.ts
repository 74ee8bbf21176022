import { describe, expect, test } from 'vitest';
import { guarded, page, prompt, site, stateOf } from './testing/guarded.ts';

const minute = 60_000;

describe('The prompt', () => {
  test('comes to each tab in view and to no other, and goes everywhere when the session is back', async () => {
    const { browser, server, tab } = await guarded();
    const hidden = await browser.open(page, { answer: server.answer, active: false });
    await browser.pass(18.5 * minute);
    expect(prompt(tab)).toBe('warning');
    expect(prompt(hidden)).toBeUndefined();
    await browser.see(hidden, true);
    await browser.pass(100);
    expect(prompt(hidden)).toBe('warning');
    server.expiresAt = browser.now() + 20 * minute;
    const { commands } = await browser.wake();
    void commands.run({ do: 'renew', key: 'app|0' });
    await browser.pass(1000);
    expect([prompt(tab), prompt(hidden)]).toEqual(['none', 'none']);
  });

  test('asks nobody to sign in on a page that was loaded after the end: it shows the site’s own sign-in', async () => {
    const { browser, server, tab } = await guarded();
    await browser.pass(21 * minute);
    expect(prompt(tab)).toBe('over');
    const signIn = await browser.open('https://app.example.com/signin', { answer: server.answer });
    await browser.pass(1000);
    expect(prompt(signIn)).toBeUndefined();
    expect(browser.badges.get(signIn.id)).toBe('!');
  });

  test('stays away from such a page however often the end is told again', async () => {
    const { browser, server, tab } = await guarded();
    server.expiresAt = browser.now();
    await browser.say(tab, { say: 'sign', sign: 0, requestedAt: browser.now(), url: page });
    await browser.pass(minute);
    const signIn = await browser.open('https://app.example.com/signin', { answer: server.answer });
    for (const isSeen of [false, true, false, true]) {
      await browser.pass(20_000);
      await browser.see(signIn, isSeen);
    }
    await browser.pass(1000);
    expect(prompt(signIn)).toBeUndefined();
  });

  test('goes from every window once somebody signed in, in another one', async () => {
    const { browser, server, tab } = await guarded();
    const other = await browser.open(page, { answer: server.answer });
    await browser.pass(21 * minute);
    expect([prompt(tab), prompt(other)]).toEqual(['over', 'over']);
    server.expiresAt = browser.now() + 20 * minute;
    await browser.open(page, { answer: server.answer });
    await browser.pass(1000);
    expect([prompt(tab), prompt(other)]).toEqual(['none', 'none']);
  });

  test('is left to the page’s own element in that tab, and in no other', async () => {
    const { browser, server, tab } = await guarded();
    const other = await browser.open(page, { answer: server.answer });
    await browser.say(tab, { say: 'element', phase: 'active' });
    await browser.pass(18.5 * minute);
    expect(prompt(tab)).toBeUndefined();
    expect(prompt(other)).toBe('warning');
  });

  test('is not put up again where the page fights it: a notification tells', async () => {
    const { browser, tab } = await guarded();
    await browser.pass(18.5 * minute);
    await browser.say(tab, { say: 'prompt', state: 'refused', why: 'fight' });
    const before = tab.got.length;
    expect(browser.notices).toHaveLength(1);
    await browser.pass(2 * minute);
    expect(tab.got.slice(before).filter(({ order }) => order === 'prompt')).toEqual([]);
    expect(browser.badges.get(tab.id)).toBe('!');
  });

  test.each(['site', 'badge'])('is none where the profile says "%s"', async (how) => {
    const { browser, tab } = await guarded({ ...site, prompt: how });
    await browser.pass(21 * minute);
    expect(prompt(tab)).toBeUndefined();
  });

  test('has a token that is good for its tab only, over the death of the worker', async () => {
    const { browser, tab } = await guarded();
    await browser.pass(18.5 * minute);
    const shown = tab.got.find((message) => message.order === 'prompt');
    const token = shown?.order === 'prompt' && shown.show !== 'none' ? shown.src.split('#')[1]! : '';
    browser.kill();
    const { house } = await browser.wake();
    expect(house.prompts.key(tab.id, token)).toBe('app|0');
    expect(house.prompts.key(tab.id + 1, token)).toBeUndefined();
    expect(house.prompts.key(tab.id, 'guess')).toBeUndefined();
    await browser.say(tab, { say: 'visible', visible: true });
    expect(browser.told).toEqual([{ tabId: tab.id, order: 'armed', token, armed: true }]);
  });
});

describe('A notification', () => {
  test('comes at the warning where nobody looks, once, and at the end', async () => {
    const { browser, tab } = await guarded();
    await browser.see(tab, false);
    await browser.pass(18.5 * minute);
    browser.kill();
    await browser.pass(3 * minute);
    expect(browser.notices.map(({ title }) => title)).toEqual([
      'App: you will be signed out soon',
      'App: you are signed out',
    ]);
  });

  test('comes once for an end that is told again and again, also to workers that start anew', async () => {
    const { browser, server, tab } = await guarded();
    await browser.see(tab, false);
    server.expiresAt = browser.now();
    for (let time = 0; time < 4; time++) {
      await browser.say(tab, { say: 'sign', sign: 0, requestedAt: browser.now(), url: page });
      await browser.pass(minute);
      browser.kill();
    }
    await browser.wake();
    await browser.pass(1000);
    expect(browser.notices).toHaveLength(1);
    expect(stateOf(browser).endings).toHaveLength(1);
  });

  test('comes at none where the person looks at the prompt, or wants none', async () => {
    const seen = await guarded();
    await seen.browser.pass(21 * minute);
    expect(seen.browser.notices).toEqual([]);

    const { browser, tab } = await guarded();
    const { commands } = await browser.wake();
    await commands.run({ do: 'set-preferences', preferences: { notifications: false } });
    await browser.see(tab, false);
    await browser.pass(21 * minute);
    expect(browser.notices).toEqual([]);
  });
});
