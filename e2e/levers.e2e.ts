import { describe, expect } from 'vitest';
import { prefer } from './accessibility/looks.ts';
import { readAccessible } from './accessible.ts';
import { isIn, levers, type Lever } from './levers.ts';
import { browserName, story } from './story.ts';
import { freeze, openTab, type Tab } from './tab.ts';

const named = '<div role="alertdialog" aria-label="Ada" aria-description="Lovelace">Hello</div>';

/** Whether what the lever is for happens, in two windows. */
const tries: Record<Lever, (tabs: [Tab, Tab]) => Promise<boolean>> = {
  async freeze([tab]) {
    if (await tab.page.evaluate(() => 'onfreeze' in document)) return true;
    await freeze(tab);
    return true;
  },
  async 'accessibility tree'([tab]) {
    await tab.page.evaluate((html) => (document.body.innerHTML = html), named);
    const told = await readAccessible(tab, 'alertdialog');
    return told?.name === 'Ada' && told.description === 'Lovelace';
  },
  async 'many in front'(tabs) {
    const inFront = tabs.map(({ page }) => page.evaluate(() => document.hasFocus()));
    return (await Promise.all(inFront)).every(Boolean);
  },
  async 'media features'([tab]) {
    await prefer(tab, { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    return tab.page.evaluate(
      () => matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches,
    );
  },
  async 'input method'([tab]) {
    await tab.page.focus('#notes');
    const session = await tab.page.createCDPSession();
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    return tab.page.$eval('#notes', (field) => (field as HTMLTextAreaElement).value === 'に');
  },
  async 'slow processor'([tab]) {
    await tab.page.emulateCPUThrottling(6);
    return true;
  },
};

describe('The list of levers is true', () => {
  for (const lever of Object.keys(levers) as Lever[]) {
    const here = isIn(lever, browserName);
    story(`${here ? 'there is' : 'there is no'}: ${lever}`, async ({ site, browser }) => {
      const contexts = [await browser.createBrowserContext(), await browser.createBrowserContext()];
      const tabs = [await openTab(contexts[0]!), await openTab(contexts[1]!)] as [Tab, Tab];
      for (const { page } of tabs) await page.goto(site.page({}, { element: 'none' }));
      const happens = await tries[lever](tabs).catch(() => false);
      expect(happens, here ? 'the list says it is there' : `yet the list says: ${levers[lever].why}`).toBe(
        here,
      );
    });
  }
});
