import { expect, test } from 'vitest';
import type { Stored } from '../../extension/stored.ts';
import { openSite } from '../site.ts';
import { browserName } from '../story.ts';
import { launchExtension, type ExtensionBrowser } from './extension.ts';
import { command, recordOf, signIn, siteProfile, stateOf } from './guarded.ts';
import { policyFile } from './policy-file.ts';
import { until, type View } from './view.ts';

const says = (view: View, text: RegExp) =>
  until(
    `${text}`,
    () => view.text(),
    (found) => text.test(found),
  );

const go = (view: View, hash: string) => view.evaluate((hash) => void (location.hash = hash), hash);

const isOff = (view: View, selector: string) =>
  view.evaluate((selector) => document.querySelector(selector)?.matches(':disabled') ?? null, selector);

/** Chromium would hand on nothing of objects in a list. */
const forBrowser = (sites: object[]) => (browserName === 'chromium' ? JSON.stringify(sites) : sites);

/** Nobody else reads a policy meanwhile: it is for every browser on this machine. */
test('What an organisation decides holds, is said, and cannot be changed', async () => {
  const site = await openSite(120);
  const file = policyFile(browserName);
  let extension: ExtensionBrowser | undefined;
  const keepFresh = { by: 'request', url: '/api/session/renew', while: 'open', idle: '10m', atMost: '8h' };
  const policy = {
    organisation: 'Harbour Bank IT',
    contact: 'it@harbour.example',
    sites: forBrowser([
      siteProfile(site, { warnBefore: '10m', keepFresh }),
      { id: 'broken', name: 'Broken' },
    ]),
    limits: { longestKeepFresh: '30m', keepFresh: 'active' },
    notifications: false,
    locks: ['sites', 'doors'],
  };
  try {
    file.write(policy);
    extension = await launchExtension(browserName);
    const page = `${site.origin}/`;

    const options = await extension.extensionPage('options', '#site=site');
    await says(options, /Your organisation guards this site\. Give access/);

    // Nobody presses anything but "Give access".
    await extension.grant({ origins: ['http://127.0.0.1/*'], permissions: ['cookies'] });
    const tab = await extension.newTab();
    await signIn(tab, site, page);
    await until('the session', async () => (await recordOf(extension!))?.facts.stated !== undefined);
    const prompt = extension.prompt(tab);
    await until('the prompt', () => prompt.exists());
    await says(prompt, /Stay signed in/);
    expect(((await extension.storage()) as Stored).profiles).toBeUndefined();

    await command(extension, { do: 'keep-fresh', site: 'site', on: true });
    const { since, until: end } = (await stateOf(extension))!.keepFresh!;
    expect(end! - since).toBe(30 * 60_000);
    expect(await command(extension, { do: 'pause', site: 'site', on: true })).toMatchObject({
      problem: { code: 'decided' },
    });

    await options.bringToFront();
    await says(options, /Decided by Harbour Bank IT\./);
    expect(await isOff(options, '#f-name')).toBe(true);
    expect(await isOff(options, '.danger')).toBe(true);
    await go(options, '#preferences');
    await says(options, /Notifications\s/);
    expect(await isOff(options, '[role=switch]')).toBe(true);
    expect(await isOff(options, '#language')).toBe(false);
    await go(options, '#about');
    const about = await says(options, /it@harbour\.example/);
    expect(about).toMatch(/sites\[1\]\.match\s*:\s*Missing/);
    expect(about).toMatch(/locks\[1\]\s*:\s*Expected: one of sites/);

    if (browserName !== 'chromium') return;
    // Chromium waits for some seconds whether the file changes further.
    file.write({ organisation: 'Harbour Bank IT', language: 'en-GB' });
    await until('the new policy', async () => (await recordOf(extension!)) === undefined);
    await until('the language', () => options.evaluate(() => document.documentElement.lang === 'en-GB'));
    await until('no prompt', async () => !(await prompt.exists()));
  } finally {
    file.remove();
    await extension?.close();
    await site.close();
  }
});
