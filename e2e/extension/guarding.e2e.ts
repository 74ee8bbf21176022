import * as axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { describe, expect } from 'vitest';
import type { WrittenSite } from '../../extension/guarding/written.ts';
import type { SiteState } from '../../extension/stored.ts';
import type { Site } from '../site.ts';
import { browserName } from '../story.ts';
import type { ExtensionBrowser } from './extension.ts';
import { story } from './story.ts';
import { until, type Tab, type View } from './view.ts';

const minute = 60_000;
const day = 1440 * minute;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const access = (...hosts: string[]) => ({
  origins: hosts.map((host) => `http://${host}/*`),
  permissions: ['cookies'],
});

/** A page that keeps things: a secret in each, and in some a moment. */
async function openPage(extension: ExtensionBrowser, site: Site, origin = site.origin): Promise<Tab> {
  site.answer('/app', {
    headers: { 'content-type': 'text/html', 'set-cookie': 'sid=secret-sid; HttpOnly; Max-Age=7200; Path=/' },
    body: '<!doctype html><title>Kept here</title><h1>Work</h1>',
  });
  const tab = await extension.newTab(`${origin}/app`);
  const token = `${base64url({ alg: 'none' })}.${base64url({ exp: Math.round((Date.now() + 50 * minute) / 1000), sub: 'secret-person' })}.secret`;
  await tab.evaluate(
    (token, end) => {
      localStorage.setItem('access-token', token);
      localStorage.setItem('theme', 'secret-theme');
      document.cookie = `session_expires_at=${end}`;
      document.cookie = `_ga=GA1.secret; max-age=31536000`;
    },
    token,
    Math.round((Date.now() + 23 * minute) / 1000),
  );
  return tab;
}

const guardingFor = (extension: ExtensionBrowser, tab: Tab) =>
  extension.extensionPage('guarding', `?tab=${tab.id}`);

/** Names stand in elements of their own: the text is read as one line. */
const says = (view: View, text: RegExp) =>
  until(
    `${text}`,
    async () => (await view.text()).replace(/\s+/g, ' '),
    (found) => text.test(found),
  );

const sitesOf = async (extension: ExtensionBrowser): Promise<WrittenSite[]> =>
  ((await extension.storage()).profiles as { sites: WrittenSite[] } | undefined)?.sites ?? [];

/** What axe finds wrong, one line each. */
async function wrong(view: View): Promise<string[]> {
  await view.evaluate((source) => void (0, eval)(source), axe.source);
  return view.evaluate(
    async (runOnly) => {
      const injected = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await injected.run(document, { runOnly } as RunOptions);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  );
}

describe('Guard this site', () => {
  story('finds where the site tells the end, and keeps no value of it', async ({ extension, site }) => {
    await extension.grant(access('127.0.0.1'));
    const tab = await openPage(extension, site);
    const dialog = await guardingFor(extension, tab);
    await says(dialog, /We found places/);
    await dialog.click({ named: 'It tells us' });
    const text = await says(dialog, /session_expires_at/);
    expect(text).toMatch(/session_expires_at\s*, a cookie in 2[234] minutes, (at|on) /);
    expect(text).toMatch(/access-token\s*, kept by the page in (49|50|51) minutes, (at|on) /);
    expect(text).toMatch(/sid\s*, a cookie in (1 hour|2 hours)/);
    expect(text).toContain('Unlikely (1)');
    expect(await wrong(dialog)).toEqual([]);

    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /Kept here is guarded/);
    expect(await sitesOf(extension)).toMatchObject([
      {
        name: 'Kept here',
        match: [`${site.origin}/*`],
        expiry: [{ from: 'cookie', name: 'session_expires_at', as: 'moment' }],
        signIn: { url: '/app' },
      },
    ]);
    expect(JSON.stringify(await extension.storage())).not.toContain('secret');
    expect(await tab.evaluate(() => 'sessionGuardLook' in globalThis)).toBe(false);
  });

  story('takes a typed duration, and turns keeping fresh on with it', async ({ extension, site }) => {
    await extension.grant(access('127.0.0.1'));
    const dialog = await guardingFor(extension, await openPage(extension, site));
    await dialog.click({ named: 'After I have been away' });
    await dialog.type('#away-count', '5');
    await dialog.press('Backspace');
    await dialog.press('Backspace');
    await dialog.press('Backspace');
    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /Write a whole number/);
    expect(await wrong(dialog)).toEqual([]);
    await dialog.click({ named: '15 minutes' });
    await dialog.click('[role=switch]');
    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /is guarded/);
    const [made] = await sitesOf(extension);
    expect(made).toMatchObject({ expiry: [{ from: 'idle', timeout: '15m', since: 'counted' }] });
    await until(
      'keeping fresh',
      async () => (await extension.storage())[`site:${made!.id}`] as SiteState,
      (state) => !!state?.keepFresh,
    );
  });

  story('proposes what two ends agree on, and takes the answer', async ({ extension, site }) => {
    const now = Date.now();
    const ends = [2, 1].map((days) => ({
      at: now - days * day,
      lastRequestAt: now - days * day - 30 * minute,
      changed: [{ what: 'cookie-gone', name: 'sid' }],
    }));
    const profile = { id: 'kept', name: 'Kept', match: [`${site.origin}/*`] };
    await extension.store({
      profiles: { version: 1, sites: [profile] },
      'site:kept': { guardedAt: now - 3 * day, endings: [], watch: { since: now - 3 * day, ends } },
    });
    await extension.grant(access('127.0.0.1'));
    const dialog = await extension.extensionPage('guarding', '?site=kept');
    await says(dialog, /sign you out when you have been away for 30 minutes/);
    expect(await wrong(dialog)).toEqual([]);
    await dialog.click({ named: 'Use this rule' });
    await says(dialog, /The rule is in use now/);
    expect(await sitesOf(extension)).toMatchObject([
      { id: 'kept', expiry: [{ from: 'idle', timeout: '30m', since: 'counted' }] },
    ]);
    await dialog.click({ named: 'No, not this' });
    await says(dialog, /not suggest that again/);
    expect(((await extension.storage())['site:kept'] as SiteState).declined).toEqual(['cookie-gone:sid']);
  });

  story('asks for the site above where its cookie is hidden', async ({ extension, site }) => {
    const [above, host] = ['site.localhost', 'app.site.localhost'];
    await extension.grant(access(host));
    const tab = await openPage(extension, site, site.origin.replace('127.0.0.1', host));
    await tab.evaluate((domain) => {
      for (const name of ['session_expires_at', '_ga']) document.cookie = `${name}=; max-age=0`;
      document.cookie = `auth=secret; max-age=3600; domain=${domain}`;
    }, above);
    const dialog = await guardingFor(extension, tab);
    await says(dialog, /We found places/);
    await dialog.click({ named: 'It tells us' });
    await dialog.click({ named: 'auth' });
    await says(dialog, /It belongs to site.localhost/);
    if (browserName !== 'chromium') return;
    await says(dialog, /Your browser hides such cookies until you give access to site.localhost , too/);
    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /Give access first/);
    // Given beforehand, so that the browser has nothing to ask: the request is ours all the same.
    await extension.grant(access(above));
    await dialog.click({ named: 'Give access to site.localhost' });
    await until('the cookie', async () => !/Your browser hides/.test(await dialog.text()));
    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /is guarded/);
    expect(await sitesOf(extension)).toMatchObject([
      { hosts: [`http://${above}/*`], expiry: [{ from: 'cookie', name: 'auth' }] },
    ]);
  });

  story('says what it cannot see, and goes on when the tab is closed', async ({ extension, site }) => {
    const tab = await openPage(extension, site);
    const dialog = await guardingFor(extension, tab);
    // Without access no address is told, nor is any page looked at.
    await says(dialog, /cannot be guarded|Give access/);
    await extension.grant(access('127.0.0.1'));
    await says(dialog, /We found places/);
    await tab.close();
    await says(dialog, /The tab of this site was closed/);
    await dialog.click({ named: 'I am signed in: guard it' });
    await says(dialog, /We watch how it signs you out/);
    expect(await sitesOf(extension)).toMatchObject([{ name: 'Kept here', expiry: [] }]);
  });
});
