import { start, type GuardElement } from '../element.ts';
import { press, see, until, untilDialog, untilPhase, untilShown } from '../prompt.ts';
import type { Site } from '../site.ts';
import { everything, type Attributes } from '../site-pages.ts';
import { signIn, visit } from '../story.ts';
import { setOffline, show, type Tab } from '../tab.ts';
import type { BrowserContext } from 'puppeteer-core';

export interface Stage {
  site: Site;
  context: BrowserContext;
  tab: Tab;
  open(): Promise<Tab>;
}

/** Shows a state and resolves to its name, as often as the way to it leads through one; the tab stays in it. */
export type Way = (stage: Stage, reached: (state: string) => Promise<void>) => Promise<void>;

/** Warned about at once and for minutes. */
const final: Attributes = {
  'expires-in': '590',
  'warn-before': '10m',
  'sign-in-url': '/signin',
  'sign-out-url': '/signout',
};
const warned: Attributes = { ...final, 'renew-url': '/api/session/renew' };

const untilBanner = (tab: Tab) =>
  untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner, { within: 2000 });

const untilText = (tab: Tab, text: RegExp) =>
  until(
    tab,
    `the words ${text}`,
    () => see(tab),
    (seen) => text.test(seen.text),
  );

const end = (tab: Tab, reason: string) =>
  tab.page.evaluate((why) => document.querySelector<GuardElement>('session-guard')!.end(why), reason);

const endings =
  (reasons: string[]): Way =>
  async ({ site, tab }, reached) => {
    await visit(tab, site.page(warned));
    await untilPhase(tab, 'warning');
    for (const reason of reasons) {
      await start(tab, 3000);
      await untilPhase(tab, 'active');
      await end(tab, reason);
      await untilPhase(tab, 'ended');
      await untilDialog(tab);
      await reached(`ended: ${reason}`);
    }
  };

export const ways: Record<string, Way> = {
  async 'a warning, and what comes of a renewal'({ site, tab }, reached) {
    site.answer('/api/session/renew', { status: 500, delay: 1 });
    await visit(tab, site.page(warned));
    await untilDialog(tab);
    await reached('warning');
    await press(tab, 'renew');
    await untilText(tab, /did not work/);
    await reached('renewal failed');
    await setOffline(tab, true);
    await press(tab, 'renew');
    await untilText(tab, /cannot reach/);
    await reached('renewal failed, offline');
  },

  async 'a renewal under way'({ site, tab }, reached) {
    await visit(tab, site.page({ ...final, 'renew-by': 'page' }));
    await untilDialog(tab);
    // The page never answers, and nobody loses patience.
    await tab.page.evaluate(() => {
      const wait = setTimeout;
      Object.assign(window, {
        setTimeout: (run: () => void, ms = 0) => wait(run, ms < 10_000 ? ms : 600_000),
      });
    });
    await press(tab, 'renew');
    await untilText(tab, /Keeping you/);
    await reached('renewal under way');
  },

  async 'a warning that nothing can renew, sent away'({ site, tab }, reached) {
    await visit(tab, site.page(final));
    await untilDialog(tab);
    await reached('warning, final');
    await press(tab, 'dismiss');
    await untilBanner(tab);
    await reached('banner, final');
    await press(tab, 'toggle');
    await untilText(tab, /^Session$/);
    await reached('banner, collapsed');
  },

  async 'a warning, sent away'({ site, tab }, reached) {
    await visit(tab, site.page(warned));
    await untilDialog(tab);
    await press(tab, 'dismiss');
    await untilBanner(tab);
    await reached('banner');
    await setOffline(tab, true);
    await press(tab, 'renew');
    await untilText(tab, /cannot reach/);
    await reached('banner, renewal failed, offline');
  },

  async 'the end by the clock'({ site, tab }, reached) {
    await visit(tab, site.page(warned));
    await untilPhase(tab, 'warning');
    await start(tab, 2);
    await untilText(tab, /has ended/);
    await reached('expired');
    await press(tab, 'dismiss');
    await untilBanner(tab);
    await reached('banner, expired');
  },

  async 'the end by the clock, offline'({ site, context, tab }, reached) {
    site.sessions.life = 8;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'warning');
    await setOffline(tab, true);
    await untilPhase(tab, 'expired');
    await untilText(tab, /probably/);
    await reached('expired, offline');
  },

  'endings that the server stated': endings(['expired', 'revoked', 'not-found']),
  'other endings': endings(['other-user', 'unknown']),

  async 'an ending in another tab'({ site, tab, open }, reached) {
    const url = site.page({ ...warned, 'session-name': 'work' });
    await visit(tab, url);
    await untilPhase(tab, 'warning');
    const other = await open();
    await visit(other, url);
    await untilPhase(other, 'warning');
    await end(other, 'signed-out');
    await show(tab);
    await untilPhase(tab, 'ended');
    await untilDialog(tab);
    await reached('ended: signed-out');
  },

  async 'the plain dialog that stands in'({ site, tab }, reached) {
    site.answer('/dist/lib/component/prompt/prompt.js', { status: 404, body: 'Not found' });
    await visit(tab, site.page(warned, { element: 'lib' }));
    await untilDialog(tab);
    await reached('plain warning');
    await start(tab, 2);
    await untilText(tab, /has ended/);
    await reached('plain end');
  },
};
