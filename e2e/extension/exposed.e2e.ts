import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { browserName } from '../story.ts';
import { built, promptPath } from './built.ts';
import { story } from './story.ts';
import { until } from './view.ts';

declare const browser: Browser;

/** Those of the addresses that a page can load in any way that it might try. */
async function loadable(addresses: string[]): Promise<string[]> {
  const loads = (tag: 'script' | 'img' | 'link', name: 'src' | 'href', address: string): Promise<boolean> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      if (tag === 'link') element.setAttribute('rel', 'stylesheet');
      element.setAttribute(name, address);
      document.head.append(element);
    });
  const found: string[] = [];
  for (const address of addresses) {
    const tries = [
      fetch(address).then(
        () => true,
        () => false,
      ),
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
      loads('script', 'src', address),
      loads('img', 'src', address),
      loads('link', 'href', address),
    ];
    if ((await Promise.all(tries)).includes(true)) found.push(address);
  }
  return found;
}

describe('A page', () => {
  story('can load no file of the extension by its lasting address', async ({ extension, site }) => {
    const folder = built(browserName);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(folder.length));
    // In Firefox the address itself is drawn by lot for each person, and no page can know it.
    const guessable = files.filter((path) => browserName === 'chromium' || path !== `/${promptPath}`);
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    const addresses = guessable.map((path) => extension.origin + path);
    expect(await tab.evaluate(loadable, addresses)).toEqual([]);
  });

  story('can frame no page of the extension by its lasting address', async ({ extension, site }) => {
    const tab = await extension.newTab(site.page({}, { element: 'none' }));
    // In Firefox the prompt has no other address; the one that it has no page can know.
    const pages = ['options', 'popup', 'guarding', ...(browserName === 'chromium' ? ['prompt'] : [])];
    for (const page of pages) {
      await tab.evaluate((src) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = src;
        return new Promise((resolve) => {
          frame.onload = resolve;
          setTimeout(resolve, 1000);
        });
      }, `${extension.origin}/extension/${page}/index.html`);
      expect(await extension.prompt(tab, page).exists(), page).toBe(false);
    }
  });

  story(
    'that frames the prompt lets it load its scripts, though none is exposed',
    async ({ extension, site }) => {
      const address = await extension.lever.evaluate((path) => browser.runtime.getURL(path), promptPath);
      const tab = await extension.newTab(site.page({}, { element: 'none', csp: 'strict' }));
      await tab.evaluate((address) => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = address;
      }, address);
      const prompt = extension.prompt(tab);
      await until('the prompt', () => prompt.exists());
      await until('its document', () => prompt.evaluate(() => document.readyState === 'complete'));
      const scripts = await prompt.evaluate(() =>
        Promise.all(
          [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) =>
            fetch(src).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        ),
      );
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts).not.toContain(false);
    },
  );
});
