import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { openIdentitySite, type IdentitySite } from '../identity-site.ts';
import { see } from '../prompt.ts';
import { everything } from '../site-pages.ts';
import { story as plain } from '../story.ts';
import { pass } from '../tab.ts';
import { comeBack, followLink, goBack } from './ways.ts';
import { adasWork, endNow, readWork } from './work.ts';

const story = plain.extend('identity', async ({ site }, { onCleanup }) => {
  const identity = await openIdentitySite(site);
  onCleanup(() => identity.close());
  return identity;
});

const signingIn = ({ origin }: IdentitySite) => ({
  ...everything,
  'sign-in-url': `${origin}/authorize`,
  'return-param': 'return_to',
  'return-origins': origin,
});

/** Browsers ask for the icon by themselves, of a page that they show. */
const visits = ({ asked }: IdentitySite) => asked.filter((path) => path !== '/favicon.ico');

async function goOn(page: Page, secret: string, subject?: string): Promise<void> {
  if (subject) await page.type('#subject', subject);
  await page.type('#secret', secret);
  await Promise.all([page.waitForNavigation(), page.click('#enter')]);
}

describe.concurrent('An identity provider that signs people in by itself', () => {
  story('is not visited before the click, and then does', async ({ site, context, tab, identity }) => {
    await identity.remember(context, 'ada');
    const attributes = { ...signingIn(identity), 'sign-in-target': 'popup' };
    const before = await adasWork({ site, context, tab }, attributes);
    await endNow(tab, site);
    await goBack(tab);
    await pass(3000);
    expect(identity.asked).toEqual([]);

    const other = await followLink(tab, new URL(tab.page.url()).pathname);
    expect(visits(identity)).toEqual(['/authorize']);
    expect(await other.evaluate(() => window.opener as unknown)).toBe(null);
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });

  story('behind an address of the site is not either', async ({ site, context, tab, identity }) => {
    await identity.remember(context, 'ada');
    const before = await adasWork({ site, context, tab }, { ...everything, 'sign-in-url': '/sso' });
    const { pathname } = new URL(tab.page.url());
    const there = `${identity.origin}/authorize?return_to=${pathname}`;
    site.answer('/sso', { status: 302, headers: { Location: there } });
    await endNow(tab, site);
    await goBack(tab);
    await pass(3000);
    expect([...site.askedOf('/sso'), ...identity.asked]).toEqual([]);
    await followLink(tab, pathname);
    expect(visits(identity)).toEqual(['/authorize']);
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
  });

  story('that wants a second step gets it', async ({ site, context, tab, identity }) => {
    const before = await adasWork({ site, context, tab }, signingIn(identity));
    await endNow(tab, site);
    const other = await followLink(tab, '/authorize');
    await goOn(other, 'a password', 'ada');
    await goOn(other, '000000');
    expect(new URL(other.url()).origin).toBe(identity.origin);
    // Half-way there is nothing to see yet.
    await goBack(tab);
    await pass(1000);
    expect(await see(tab)).toMatchObject({ phase: 'ended', dialog: true });
    await other.bringToFront();
    await goOn(other, '123456');
    expect(new URL(other.url()).origin).toBe(site.origin);
    await comeBack(tab);
    expect(await readWork(tab)).toEqual(before);
    expect(visits(identity)).toEqual(['/authorize', '/password', '/code', '/code']);
  });
});
