import { existsSync } from 'node:fs';
import type { BrowserContext } from 'puppeteer-core';
import { inject, test } from 'vitest';
import { driverOf, launchBrowser } from './browser.ts';
import { isIn, why, type BrowserName, type Lever } from './levers.ts';
import { printLog } from './log.ts';
import { openSite, type Site } from './site.ts';
import { openTab, pass, type Tab, type TabOptions } from './tab.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

export const browserName = inject('browser');

/**
 * A test with a browser (one a worker), a site of its own and a browser context of its own, so that the
 * stories of one file can wait at the same time. A page whose script throws fails its story.
 */
const plain = test
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser(browserName);
    onCleanup(() => browser.close());
    return browser;
  })
  // eslint-disable-next-line no-empty-pattern
  .extend('site', async ({}, { onCleanup }) => {
    const site = await openSite(14);
    onCleanup(() => site.close());
    return site;
  })
  .extend('context', async ({ browser }, { onCleanup }) => {
    const context = await browser.createBrowserContext();
    // On a busy machine it may take longer than anybody waits; the end of the browser ends it too.
    onCleanup(() =>
      Promise.race([
        driverOf(browser)
          .close(context)
          .catch(() => undefined),
        pass(10_000),
      ]),
    );
    return context;
  })
  .extend('open', async ({ context, site, task }, { onCleanup }) => {
    const tabs: Tab[] = [];
    onCleanup(() => {
      if (task.result?.state === 'fail') console.error(tell(task.name, site, tabs));
      const thrown = tabs.flatMap((tab) => tab.errors);
      if (thrown.length > 0) throw new Error(`The page threw:\n${thrown.join('\n')}`);
    });
    return async (options?: TabOptions): Promise<Tab> => {
      const tab = await openTab(context, options);
      tabs.push(tab);
      return tab;
    };
  })
  .extend('tab', ({ open }) => open());

/**
 * `story.needs('freeze')(…)` is skipped, and says why, in a browser that lacks the lever. `story.inFront(…)` has
 * the focus of the whole computer: keys press buttons, and `document.hasFocus()`; it may have to run alone.
 */
export const story = Object.assign(plain, {
  needs: (lever: Lever) => (has(lever) ? plain : skipFor(why(lever))),
  inFront: has('many in front') ? plain : plain.sequential,
});

export function has(lever: Lever): boolean {
  return isIn(lever, browserName);
}

function skipFor(reason: string): typeof plain {
  const skipping = (name: string, ...rest: []) => plain.skip(`${name} [skipped: ${reason}]`, ...rest);
  return skipping as typeof plain;
}

/** The person signs in, long before the story: the browser holds the cookie. */
export async function signIn(context: BrowserContext, site: Site, subject?: string): Promise<void> {
  const value = site.sessions.create(subject);
  const { hostname } = new URL(site.origin);
  await context.setCookie({ name: 'sid', value, domain: hostname, path: '/', httpOnly: true });
}

export async function visit(tab: Tab, url: string): Promise<void> {
  if (url.includes('/page/') && !existsSync(new URL('../dist/standalone.js', import.meta.url))) {
    throw new Error('dist/standalone.js is missing: run "npm run build" first.');
  }
  await tab.page.goto(url);
}

function tell(name: string, site: Site, tabs: Tab[]): string {
  const start = tabs[0]?.log.startedAt ?? 0;
  const asked = site.asked
    .filter(({ path }) => !path.startsWith('/dist/') && !path.startsWith('/node_modules/'))
    .map(({ at, method, path }) => `  ${((at - start) / 1000).toFixed(3).padStart(8)} s  ${method} ${path}`);
  const seen = tabs.flatMap((tab, index) => [
    `tab ${index + 1}:`,
    printLog(tab.log),
    ...tab.console.map((line) => `  console: ${line}`),
  ]);
  return [`"${name}" failed.`, ...seen, 'asked of the site:', ...asked].join('\n');
}
