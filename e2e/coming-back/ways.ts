import type { Page } from 'puppeteer-core';
import { press, untilClosed, untilEvent } from '../prompt.ts';
import type { Site } from '../site.ts';
import { has } from '../story.ts';
import { hide, pass, type Tab } from '../tab.ts';

/** The page that a click on the sign-in link opens, once it is where it should be. */
export async function followLink(tab: Tab, path = '/signin'): Promise<Page> {
  const context = tab.page.browserContext();
  const before = await context.pages();
  await press(tab, 'sign-in');
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const page = (await context.pages()).find((each) => !before.includes(each));
    if (page && new URL(page.url()).pathname === path) return page;
    await pass(50);
  }
  throw new Error(`Nothing opened at ${path}.`);
}

/** Fills in the form, and is there when the reply is. */
export async function enter(page: Page, subject = '', password = ''): Promise<void> {
  await page.waitForSelector('#enter');
  await page.type('#subject', subject);
  await page.type('#password', password);
  await Promise.all([page.waitForNavigation(), page.click('#enter')]);
}

/** The person is back at the page, and the session with them; it may have been there first. */
export async function comeBack(tab: Tab): Promise<void> {
  const ended = tab.log.entries.findLastIndex(({ kind }) => /^session-guard-(ended|expired)$/.test(kind));
  await goBack(tab);
  await untilEvent(tab, 'restored', { after: ended + 1, within: 10_000 });
  await untilClosed(tab, { within: 5000 });
}

/** From a tab beside it, or from another window. */
export async function goBack(tab: Tab): Promise<void> {
  const wasSeen = await tab.page.evaluate(() => !document.hidden);
  // Where every window has the focus, nothing is told of leaving one: the person looks at another tab, too.
  if (wasSeen && has('many in front')) await (await hide(tab)).close();
  await tab.page.bringToFront();
}

/** What the site was asked, with the method; the icon, which browsers ask for by themselves, left out. */
export const askedOf = (site: Site, from: number, to = Infinity): string[] =>
  site.asked
    .filter(({ at, path }) => at >= from && at <= to && path !== '/favicon.ico')
    .map(({ method, path }) => `${method} ${path}`);
