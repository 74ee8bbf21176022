import { describe, expect } from 'vitest';
import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Stored } from '../../extension/stored.ts';
import type { ExtensionBrowser } from './extension.ts';
import { command, guard, siteProfile } from './guarded.ts';
import { story } from './story.ts';
import { until, type Tab, type View } from './view.ts';

type Axe = typeof axe;

const loopback = { origins: ['http://127.0.0.1/*'], permissions: ['cookies'] };

const says = (view: View, text: RegExp) =>
  until(
    `${text}`,
    () => view.text(),
    (found) => text.test(found),
  );

const stored = (extension: ExtensionBrowser, fits: (stored: Stored) => boolean) =>
  until('what is stored', () => extension.storage() as Promise<Stored>, fits);

const namesIn = ({ profiles }: Stored) =>
  (profiles as { sites?: { name: string }[] } | undefined)?.sites?.map(({ name }) => name) ?? [];

/** As if the text was pasted over what was there. */
const put = (view: View, selector: string, text: string) =>
  view.evaluate(
    (selector, text) => {
      const field = document.querySelector<HTMLInputElement>(selector)!;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );

const valueOf = (view: View, selector: string) =>
  view.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.value ?? '', selector);

const go = (view: View, hash: string) => view.evaluate((hash) => void (location.hash = hash), hash);

async function openOptions(extension: ExtensionBrowser, hash: string): Promise<Tab> {
  const page = await extension.extensionPage('options', hash);
  await until('the page', () => page.has('h1[tabindex]'));
  return page;
}

/** What axe finds wrong, one line each. */
async function wrong(view: View): Promise<string[]> {
  await view.evaluate((source) => void (0, eval)(source), axe.source);
  return view.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly } as RunOptions);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, tags);
}
const tags = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

describe('The options', () => {
  story('change a site in the form and in the JSON, which are one', async ({ extension, site }) => {
    await guard(extension, siteProfile(site));
    const page = await openOptions(extension, '#site=site');
    await page.type('#f-name', 'X');
    await page.click({ named: 'JSON' });
    const text = await until('the text', () => valueOf(page, '#json'));
    expect(text).toMatch(/"name": "[Work]*X[Work]*"/);

    // No JSON: the form is closed, and nothing is lost.
    await put(page, '#json', text.slice(0, -2));
    await says(page, /Line \d+/);
    await page.click({ named: 'Form' });
    await says(page, /no form. Nothing is lost/);
    await page.click({ named: 'Mend it in the JSON' });
    expect(await until('the text', () => valueOf(page, '#json'))).toBe(text.slice(0, -2));

    // A profile that is refused: the reason with its place, and the old one stays.
    await put(page, '#json', text.replace('"name"', '"warnBefore": "1s",\n  "name"'));
    await says(page, /Line 3\s+warnBefore\s*:\s+Expected: at least 25s. Found: 1s/);
    await page.click({ named: 'Save' });
    expect(namesIn((await extension.storage()) as Stored)).toEqual(['Work']);

    await put(page, '#json', text.replace(/"name": "\w+"/, '"name": "Renamed"'));
    await page.click({ named: 'Save' });
    await stored(extension, (all) => namesIn(all).includes('Renamed'));
    await says(page, /Saved\./);
  });

  story('go back by the browser’s own button', async ({ extension, site }) => {
    await guard(extension, siteProfile(site));
    const page = await openOptions(extension, '#sites');
    await page.click({ named: 'Work' });
    await says(page, /How it is guarded/);
    await page.evaluate(() => history.back());
    await says(page, /Guarded sites/);
  });

  story('pause what is imported until its requests were seen and agreed to', async ({ extension, site }) => {
    // Granted beforehand, so that the browser has nothing to ask: the request is ours all the same.
    await extension.grant(loopback);
    const page = await openOptions(extension, '#transfer');
    const profile = siteProfile(site, { signIn: { url: 'https://login.example.net/start' } });
    await put(page, '#pasted', JSON.stringify({ version: 1, sites: [profile] }));
    await page.click({ named: 'Add it, paused' });
    await stored(extension, (all) => all['site:site']?.paused === 'unconfirmed');
    const text = await says(page, /Imported, not confirmed yet/);
    expect(text).toMatch(new RegExp(`POST\\s+${site.origin}/api/session/renew`));
    expect(text).toMatch(new RegExp(`GET\\s+${site.origin}/api/session`));
    expect(text).toContain('Its sign-in is on another site: login.example.net');
    await page.click({ named: 'Agree and guard' });
    await stored(extension, (all) => all['site:site'] !== undefined && !all['site:site'].paused);
  });

  story('refuse an import whole, with the line', async ({ extension, site }) => {
    const page = await openOptions(extension, '#transfer');
    const sites = [siteProfile(site), siteProfile(site, { id: 'other', prompt: 'loud' })];
    await put(page, '#pasted', JSON.stringify({ version: 1, sites }, null, 2));
    await says(page, /This cannot be imported[^]*Line \d+[^]*sites\[1\].prompt/);
    expect(namesIn((await extension.storage()) as Stored)).toEqual([]);
  });

  story('add a system that is known, at an address of one’s own', async ({ extension, site }) => {
    await extension.grant(loopback);
    const page = await openOptions(extension, '#add');
    await put(page, '#address-asterwise', `${site.origin}/`);
    await page.click({ named: 'Guard this address: Asterwise' });
    const { profiles } = await stored(extension, (all) => namesIn(all).length === 1);
    expect(JSON.stringify(profiles)).toContain(`${site.origin}/*`);
  });

  story('give access back, and say so', async ({ extension, site }) => {
    await guard(extension, siteProfile(site));
    const page = await openOptions(extension, '#site=site');
    await page.click({ named: 'Take access back' });
    await says(page, /Access was taken back. Nothing is guarded/);
  });

  story('keep preferences, and let go of a site', async ({ extension, site }) => {
    await guard(extension, siteProfile(site));
    const page = await openOptions(extension, '#preferences');
    await page.click('[role=switch]');
    await stored(extension, ({ preferences }) => preferences?.notifications === false);
    await go(page, '#site=site');
    await page.click({ named: 'Stop guarding' });
    await says(page, /Stop guarding Work\?/);
    await page.click('dialog .danger');
    await stored(extension, (all) => namesIn(all).length === 0);
    await says(page, /No site is guarded yet/);
  });

  story('show what could not be read, and delete it when asked', async ({ extension }) => {
    await extension.store({
      'set-aside': [{ at: 1, key: 'profiles', data: '{', problems: [{ code: 'not-json' }] }],
    });
    const page = await openOptions(extension, '#set-aside');
    await page.click({ named: 'Delete' });
    await page.click('dialog .danger');
    await stored(extension, (all) => all['set-aside']?.length === 0);
    await says(page, /Nothing was set aside/);
  });

  story(
    'are accessible in every section, light and dark',
    async ({ extension, site }) => {
      await guard(extension, siteProfile(site));
      const shared = siteProfile(site, { id: 'shared', name: 'Shared' });
      const text = JSON.stringify({ version: 1, sites: [shared] });
      await command(extension, { do: 'add-profiles', text, confirmed: false });
      await extension.store({ 'theme:own': '{}' });
      const page = await openOptions(extension, '#sites');
      const found: string[] = [];
      for (const hash of [
        '#sites',
        '#add',
        '#site=site',
        '#site=shared',
        '#themes',
        '#theme=own',
        '#transfer',
        '#preferences',
        '#why',
        '#why=site',
        '#set-aside',
        '#about',
      ])
        for (const scheme of ['light', 'dark']) {
          await go(page, hash);
          await page.evaluate((scheme) => void (document.documentElement.style.colorScheme = scheme), scheme);
          found.push(...(await wrong(page)).map((line) => `${hash} ${scheme} ${line}`));
        }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
