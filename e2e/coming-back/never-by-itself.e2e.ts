import { describe, expect } from 'vitest';
import { entriesOf, mark } from '../log.ts';
import { press, untilPhase, untilShown } from '../prompt.ts';
import { everything } from '../site-pages.ts';
import { story } from '../story.ts';
import { hide, pass, setOffline, show, type Tab } from '../tab.ts';
import { askedOf } from './ways.ts';
import { adasWork, endNow } from './work.ts';

/** What people and their computers do, none of which asks for a sign-in. */
const doings: ((tab: Tab) => Promise<unknown>)[] = [
  async (tab) => (await hide(tab)).close().then(() => show(tab)),
  async (tab) => {
    for (const key of ['Enter', ' ', 'a', 'ArrowDown'] as const) await tab.page.keyboard.press(key);
  },
  async (tab) => {
    await setOffline(tab, true);
    await pass(1500);
    await setOffline(tab, false);
  },
  (tab) => tab.page.mouse.click(5, 5),
  (tab) => tab.page.mouse.wheel({ deltaY: 200 }),
  (tab) =>
    tab.page.evaluate(() => {
      for (const type of ['blur', 'focus', 'online', 'pageshow', 'offline', 'online'])
        dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('resume'));
    }),
  // A click that no person made is none.
  (tab) =>
    tab.page.evaluate(() => {
      const root = document.querySelector('session-guard')!.shadowRoot!;
      for (const link of root.querySelectorAll<HTMLElement>('a, [part=renew]')) link.click();
    }),
];

describe('After the end', () => {
  story.inFront('nobody is led to sign in by itself', async ({ site, context, tab }) => {
    const attributes = { ...everything, 'keep-fresh': 'active', 'sign-in-target': '_self' };
    await adasWork({ site, context, tab }, attributes, { guardFetch: true });
    await endNow(tab, site);
    const url = tab.page.url();
    const since = mark(tab.log);
    const at = Date.now();
    const pages = (await context.pages()).length;
    let opened = 0;
    context.on('targetcreated', () => (opened += 1));
    for (const act of doings) {
      await act(tab);
      await pass(500);
    }
    await press(tab, 'dismiss');
    await untilShown(tab, 'the banner', ({ banner }) => banner);
    await tab.page.evaluate(() => {
      document.querySelector('session-guard')!.signInTarget = 'popup';
      document.getElementById('report')!.focus();
    });
    for (const act of doings) {
      await act(tab);
      await pass(500);
    }
    await pass(Math.max(0, at + 20_000 - Date.now()));

    await untilPhase(tab, 'ended');
    expect(tab.page.url()).toBe(url);
    expect(entriesOf(tab.log, 'pagehide', since)).toEqual([]);
    expect(await context.pages()).toHaveLength(pages);
    // Those that the story itself opened, to hide the page.
    expect(opened).toBe(2);
    expect([...new Set(askedOf(site, at))]).toEqual(['GET /api/session']);
  });
});
