import { describe, expect } from 'vitest';
import * as axe from 'axe-core';
import type { Browser } from 'webextension-polyfill';
import { madeUp, manySites, type MadeUp } from '../../extension/popup/testing/made-up.ts';
import { browserName } from '../story.ts';
import type { ExtensionBrowser } from './extension.ts';
import { guard, signIn, siteProfile } from './guarded.ts';
import { story } from './story.ts';
import { until, type View } from './view.ts';

declare const browser: Browser;

const minute = 60_000;
const loopback = { origins: ['http://127.0.0.1/*'], permissions: ['cookies'] };

/** Nobody answers there, and nothing is open: what is stored of them stays as it is. */
const others: MadeUp[] = [
  { name: 'Payroll', host: '127.0.0.1:1', ended: 'revoked', code: 'SESSION_REVOKED' },
  { name: 'Mail', host: '127.0.0.1:2', endsIn: 90_000 },
  { name: 'Tickets', host: '127.0.0.1:3', endsIn: 3 * 60 * minute },
  { name: 'Wiki', host: '127.0.0.1:4', endsIn: 30 * minute, state: { paused: 'person' } },
].map(
  (made) =>
    ({
      ...made,
      profile: { match: [`http://${made.host}/*`] },
      record: { tabs: 0, page: `http://${made.host}/` },
    }) as MadeUp,
);

/** What axe finds wrong, one line each. */
async function wrong(view: View): Promise<string[]> {
  await view.evaluate((source) => void (0, eval)(source), axe.source);
  return view.evaluate(async (runOnly) => {
    const injected = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await injected.run(document, { runOnly } as axe.RunOptions);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, tags);
}
const tags = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

const says = (view: View, text: RegExp) =>
  until(
    `${text}`,
    () => view.text(),
    (found) => text.test(found),
  );

const rows = (view: View) =>
  view.evaluate(() =>
    [...document.querySelectorAll('.others summary b')].map(({ textContent }) => textContent!.trim()),
  );

/** Pressed while it is open, the toolbar's button would close it, and the next story found none. */
const shut = (popup: View) => popup.evaluate(() => void setTimeout(() => close()));

async function openOn(extension: ExtensionBrowser, url: string): Promise<View> {
  const tab = await extension.newTab(url);
  return extension.popup(tab);
}

describe('The popup', () => {
  story(
    'tells who has nothing guarded what it is for, and asks in the click',
    async ({ extension, site }) => {
      // Granted beforehand, so that the browser has nothing to ask: the request is ours all the same.
      await extension.grant(loopback);
      const popup = await openOn(extension, `${site.origin}/signin`);
      await says(popup, /Know how long you stay signed in/);
      // Firefox moves its popup while it opens: a click may find it where it was.
      await until(
        'the profile',
        async () => {
          const { profiles, wish } = await extension.storage();
          if (!profiles && !wish) await popup.click({ named: 'Guard this site' });
          return JSON.stringify(profiles ?? '');
        },
        (profiles) => profiles.includes('127.0.0.1'),
      );
      const open = await until(
        'the page on which it goes on',
        () => extension.lever.evaluate(async () => (await browser.tabs.query({})).map(({ url = '' }) => url)),
        (urls) => urls.some((url) => url.includes('/guarding/')),
      );
      expect(open.find((url) => url.includes('/guarding/'))).toMatch(/\?site=[\w.-]+&tab=\d+$/);
    },
  );

  story('shows the session of the tab, and renews it', async ({ extension, site }) => {
    site.sessions.life = 600;
    const tab = await extension.newTab();
    await signIn(tab, site, site.page({}, { element: 'none' }));
    await guard(extension, siteProfile(site), ['cookies']);
    const popup = await extension.popup(tab);
    await says(popup, /Less than\s+10 minutes/);
    const { width, over } = await popup.evaluate(() => ({
      width: innerWidth,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(width).toBeGreaterThanOrEqual(350);
    expect(width).toBeLessThanOrEqual(402);
    expect(over).toBeLessThanOrEqual(0);
    expect(await popup.text()).toContain('from asking the site');
    await popup.click({ named: 'Stay signed in' });
    await until(
      'the renewal',
      () => Promise.resolve(site.askedOf('/api/session/renew').length),
      (asked) => asked === 1,
    );
    await shut(popup);
  });

  story('shows what needs the person first, and unfolds', async ({ extension }) => {
    await extension.grant(loopback);
    await extension.store(madeUp(Date.now(), others) as Record<string, unknown>);
    const popup = await extension.extensionPage('popup');
    await until(
      'the rows',
      () => rows(popup),
      ({ length }) => length === others.length,
    );
    expect(await rows(popup)).toEqual(['Payroll', 'Mail', 'Tickets', 'Wiki']);
    expect(await popup.text()).toContain('This page cannot be guarded');
    await popup.click('.others li summary');
    await says(popup, /Why is it over\?/);
    expect(await wrong(popup)).toEqual([]);
  });

  story('can be used by keyboard alone', async ({ extension }) => {
    await extension.grant(loopback);
    await extension.store(madeUp(Date.now(), others) as Record<string, unknown>);
    const popup = await extension.extensionPage('popup');
    await until(
      'the rows',
      () => rows(popup),
      ({ length }) => length === others.length,
    );
    const focused = () => popup.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());
    // As browsers begin in a popup: in the document, at its top.
    await popup.click('#others');
    await popup.press('Tab');
    expect(await focused()).toContain('Payroll');
    // In a window that is not the active one, Firefox moves the focus by keys, but no key presses a button.
    if (browserName === 'firefox') await popup.click('.others summary');
    else await popup.press('Enter');
    await says(popup, /Why is it over\?/);
    const order: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      await popup.press('Tab');
      order.push(await focused());
    }
    expect(order[0]).toBe('Sign in again');
    expect(order).toContain('Why is it over?');
  });

  story('shows a site whose access was taken back, and says so', async ({ extension, site }) => {
    const tab = await extension.newTab();
    await signIn(tab, site, site.page({}, { element: 'none' }));
    await guard(extension, siteProfile(site), ['cookies']);
    await extension.revoke({ origins: loopback.origins });
    await tab.bringToFront();
    const popup = await extension.popup(tab);
    await says(popup, /No access/);
    expect(await popup.has({ named: 'Give access again' })).toBe(true);
    await shut(popup);
  });

  story('says what cannot be read, and hands it out', async ({ extension }) => {
    const popup = await extension.extensionPage('popup');
    await extension.store({ profiles: 'nonsense{' });
    await says(popup, /What was stored cannot be read|could not be read/);
    expect(await popup.has({ named: 'Save a copy' })).toBe(true);
    expect(await wrong(popup)).toEqual([]);
  });

  story('finds one of many', async ({ extension }) => {
    await extension.store(madeUp(Date.now(), manySites(60)) as Record<string, unknown>);
    const popup = await extension.extensionPage('popup');
    await until(
      'the first',
      () => rows(popup),
      ({ length }) => length === 50,
    );
    await popup.type('[type=search]', 'orders 2');
    expect(
      await until(
        'those found',
        () => rows(popup),
        ({ length }) => length < 50,
      ),
    ).toEqual(['Orders 2', 'Orders 29', 'Orders 20']);
    expect(await wrong(popup)).toEqual([]);
  });
});
