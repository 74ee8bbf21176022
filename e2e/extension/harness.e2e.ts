import { describe, expect } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { browserName } from '../story.ts';
import { promptPath } from './built.ts';
import { launchExtension, type ExtensionBrowser } from './extension.ts';
import { story } from './story.ts';
import { until, type Tab } from './view.ts';

declare const browser: Browser;

const loopback = 'http://127.0.0.1/*';
const has = (extension: ExtensionBrowser, permission: string, origin: string): Promise<boolean> =>
  extension.lever.evaluate(
    (permission, origin) =>
      browser.permissions.contains({ permissions: [permission as 'cookies'], origins: [origin] }),
    permission,
    origin,
  );

/** The prompt in a frame in a closed root, with a button of ours: a stranger's page can do as much. */
async function framePrompt(extension: ExtensionBrowser, tab: Tab): Promise<void> {
  const address = await extension.lever.evaluate((path) => browser.runtime.getURL(path), promptPath);
  await tab.evaluate((address) => {
    const host = document.body.appendChild(document.createElement('div'));
    host.style.cssText = 'position: fixed; inset: 40px auto auto 60px; width: 300px; height: 200px';
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.style.cssText = 'border: 0; width: 300px; height: 200px';
    host.attachShadow({ mode: 'closed' }).append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  }, address);
  await until('the prompt', () => extension.prompt(tab).exists());
  await extension.prompt(tab).evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Probe';
    button.style.cssText = 'position: fixed; inset: 50px auto auto 100px; z-index: 9';
    button.onclick = ({ isTrusted }) => (button.textContent = `Probe trusted ${isTrusted}`);
    document.body.append(button);
  });
}

describe('Stories of the extension', () => {
  story(
    'begin anew: without tabs, access, storage and notifications of those before',
    async ({ extension }) => {
      await extension.grant({ origins: [loopback], permissions: ['cookies'] });
      await extension.store({ probe: 1 });
      await extension.lever.evaluate(() =>
        browser.notifications.create('probe', {
          type: 'basic',
          title: 'A',
          message: 'B',
          iconUrl: '/extension/icons/48.png',
        }),
      );
      const { id } = await extension.newTab();
      await extension.startOver();
      expect(await has(extension, 'cookies', loopback)).toBe(false);
      expect(await extension.storage()).not.toHaveProperty('probe');
      expect(await extension.notifications()).not.toContain('probe');
      expect(await extension.lever.evaluate(() => browser.tabs.query({}))).not.toContainEqual(
        expect.objectContaining({ id }),
      );
    },
  );

  story('click and type with real input, in open shadow roots too', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    await tab.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      const button = document.createElement('button');
      button.textContent = 'Inside';
      button.onclick = ({ isTrusted }) => (button.textContent = `Inside ${isTrusted}`);
      host.attachShadow({ mode: 'open' }).append(button);
    });
    await tab.click({ named: 'Inside' });
    await tab.type('#name', 'Ada');
    await tab.press('Tab');
    expect(await tab.has({ named: 'Inside true' })).toBe(true);
    expect(await tab.text()).toContain('Inside true');
    expect(
      await tab.evaluate(() => [
        document.querySelector<HTMLInputElement>('#name')?.value,
        document.activeElement?.id !== 'name',
        navigator.userActivation.hasBeenActive,
      ]),
    ).toEqual(['Ada', true, true]);
  });

  story('know tabs as the extension does, and which of them is in view', async ({ extension, site }) => {
    const first = await extension.newTab(site.page({}, { element: 'none' }));
    const second = await extension.newTab(site.page({}, { element: 'none' }));
    const inView = async (): Promise<number | undefined> =>
      (await extension.lever.evaluate(() => browser.tabs.query({ active: true })))[0]?.id;
    expect(await inView()).toBe(second.id);
    expect(await first.evaluate(() => document.visibilityState)).toBe('hidden');
    await first.bringToFront();
    await until('the first tab in view', async () => (await inView()) === first.id);
    await until('it knows', () => first.evaluate(() => document.visibilityState === 'visible'));
    expect((await first.screenshot()).subarray(1, 4).toString()).toBe('PNG');
    await second.close();
    expect(await first.url()).toContain(site.origin);
  });

  story('open pages of the extension, which can be used', async ({ extension }) => {
    for (const page of ['options', 'popup', 'guarding']) {
      const tab = await extension.extensionPage(page, '?probe');
      expect(await tab.evaluate(() => [location.search, browser.runtime.getManifest().name])).toEqual([
        '?probe',
        'Session Guard',
      ]);
      await tab.close();
    }
  });

  story('use the prompt through a closed root by real clicks', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    const prompt = extension.prompt(tab);
    expect(await prompt.exists()).toBe(false);
    await framePrompt(extension, tab);
    expect(await prompt.box()).toMatchObject({ x: 60, y: 40, width: 300, height: 200 });
    await prompt.click({ named: 'Probe' });
    expect(await prompt.text()).toContain('Probe trusted true');
    await prompt.evaluate(() => {
      document.onkeydown = ({ key, isTrusted }) => (document.title = `${key} ${isTrusted}`);
    });
    await prompt.press('x');
    expect(await prompt.evaluate(() => document.title)).toBe('x true');
  });

  story('click what is on top: a page may lie over the prompt', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    const prompt = extension.prompt(tab);
    await framePrompt(extension, tab);
    const { x, y } = await prompt.box();
    await tab.click({ x: x + 110, y: y + 60 });
    await until('the click', async () => (await prompt.text()).includes('trusted true'));
    await tab.evaluate(() => {
      // One that paints nothing at all Chromium does not notice before something else is painted.
      const cover = document.body.appendChild(document.createElement('div'));
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 99999; background: rgb(0 0 0 / 20%)';
      cover.onclick = ({ isTrusted }) => (document.title = `cover ${isTrusted}`);
    });
    await prompt.evaluate(() => (document.querySelector('button[style]')!.textContent = 'Probe'));
    await prompt.click({ named: 'Probe' });
    await until('the cover', async () => (await tab.evaluate(() => document.title)) === 'cover true');
    expect(await prompt.text()).not.toContain('trusted');
  });

  story('grant and revoke without a question, and the extension hears of it', async ({ extension }) => {
    await extension.lever.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      browser.permissions.onAdded.addListener(({ origins }) => void heard.push(`added ${origins}`));
      browser.permissions.onRemoved.addListener(({ origins }) => void heard.push(`removed ${origins}`));
    });
    const access = { origins: [loopback], permissions: ['cookies', 'idle'] };
    await extension.grant(access);
    expect(await has(extension, 'cookies', loopback)).toBe(true);
    expect(await has(extension, 'idle', loopback)).toBe(true);
    await extension.revoke(access);
    expect(await has(extension, 'cookies', loopback)).toBe(false);
    await extension.grant(access);
    expect(await has(extension, 'cookies', loopback)).toBe(true);
    const heard = await extension.lever.evaluate(() => (window as unknown as { heard: string[] }).heard);
    // Firefox tells once of origins and once more of permissions.
    expect(heard.filter((each) => each.includes(loopback))).toEqual([
      `added ${loopback}`,
      `removed ${loopback}`,
      `added ${loopback}`,
    ]);
  });

  story('kill the worker, which comes back when it is needed', async ({ extension }) => {
    for (let time = 0; time < 2; time++) {
      // Nobody need answer: that it is asked brings the worker back.
      await extension.lever.evaluate(() => void browser.runtime.sendMessage('probe').catch(() => undefined));
      await until('a worker', () => extension.isWorkerRunning());
      await extension.killWorker();
      expect(await extension.isWorkerRunning()).toBe(false);
    }
  });

  story('read the badge, the storage and the notifications', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    await extension.lever.evaluate(async (tabId) => {
      await browser.action.setBadgeText({ text: '5h' });
      await browser.action.setBadgeText({ tabId, text: '30s' });
      await browser.notifications.create('probe', {
        type: 'basic',
        title: 'A',
        message: 'B',
        iconUrl: '/extension/icons/48.png',
      });
    }, tab.id);
    await extension.store({ probe: [1] });
    expect([await extension.badge(), await extension.badge(tab)]).toEqual(['5h', '30s']);
    expect(await extension.storage()).toMatchObject({ probe: [1] });
    expect(await extension.notifications()).toContain('probe');
  });

  story('open the popup that the toolbar opens', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    const popup = await extension.popup(tab);
    const [active] = await popup.evaluate(() => browser.tabs.query({ active: true, currentWindow: true }));
    expect(active?.id).toBe(tab.id);
    expect(await popup.evaluate(() => document.visibilityState)).toBe('visible');
    await popup.evaluate(() => {
      const field = document.createElement('input');
      field.onclick = ({ isTrusted }) => (document.title = `Popup ${isTrusted}`);
      document.body.append(field);
    });
    await popup.type('input:last-child', 'Ada');
    await popup.press('x');
    expect(
      await popup.evaluate(() => [
        document.title,
        document.querySelector<HTMLInputElement>('input:last-child')?.value,
        navigator.userActivation.hasBeenActive,
      ]),
    ).toEqual(['Popup true', 'Adax', true]);
  });

  story('update the extension, in tabs that stay', async ({ extension, site }) => {
    await extension.grant({ origins: [loopback] });
    await extension.store({ probe: 1 });
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    await tab.evaluate(() => (document.title = 'the same page'));
    await extension.update();
    expect(await tab.evaluate(() => document.title)).toBe('the same page');
    expect(await extension.storage()).toMatchObject({ probe: 1 });
    expect(await has(extension, 'storage', loopback)).toBe(true);
    expect(await extension.badge(tab)).toBeTypeOf('string');
  });

  story('restart the browser, and find access and storage as they were', async ({ extension }) => {
    await extension.grant({ origins: [loopback], permissions: ['cookies'] });
    await extension.store({ probe: 1 });
    await extension.restart();
    expect(await has(extension, 'cookies', loopback)).toBe(true);
    expect(await extension.storage()).toMatchObject({ probe: 1 });
    await extension.newTab();
  });

  story('install the extension where tabs are open', async ({ site }) => {
    const [one, two] = ['one', 'two'].map((id) => `${site.page({}, { element: 'none' })}#${id}`);
    const extension = await launchExtension(browserName, [one!, two!]);
    try {
      expect(await Promise.all(extension.before.map((tab) => tab.url()))).toEqual([one, two]);
      const tabs = await extension.lever.evaluate(() => browser.tabs.query({ active: true }));
      expect(tabs.map(({ id }) => id)).toEqual([extension.before[1]!.id]);
    } finally {
      await extension.close();
    }
  });
});
