import type { Browser, BrowserContext } from 'puppeteer-core';
import { openSite, type Site } from '../e2e/site.ts';
import type { Attributes, PageOptions } from '../e2e/site-pages.ts';
import type { Gate } from './gate.ts';
import { openTab, pass, type Tab, type TabOptions } from '../e2e/tab.ts';

/** What one bench works with; all of it is closed when the bench ends. */
export interface Lab {
  readonly browser: Browser;
  site(life: number): Promise<Site>;
  /** A window of its own, signed in to the site where there is one. */
  context(site?: Site): Promise<BrowserContext>;
  /** A tab in a window of its own, with the events of its element recorded. */
  open(site: Site, attributes: Attributes, options?: Options): Promise<Tab>;
  close(): Promise<void>;
}

export interface Options extends TabOptions {
  page?: PageOptions;
}

/** `library` is the one-file build as it was at the start: `dist/` may be built anew meanwhile. */
export function createLab(browser: Browser, library: string, gate: Gate): Lab {
  const closing: (() => Promise<void>)[] = [];
  const lab: Lab = {
    browser,
    async site(life) {
      const site = await openSite(life);
      closing.unshift(() => site.close());
      serve(site, '/dist/standalone.js', library, 'text/javascript');
      return site;
    },
    async context(site) {
      const context = await browser.createBrowserContext();
      closing.unshift(() => context.close());
      if (site) await signIn(context, site);
      return context;
    },
    open: (site, attributes, { page, ...options } = {}) =>
      gate(async () => {
        const tab = await openTab(await lab.context(site), options);
        await tab.page.goto(site.page(attributes, page));
        return tab;
      }),
    async close() {
      for (const close of closing) await Promise.race([close().catch(() => undefined), pass(5000)]);
    },
  };
  return lab;
}

export function serve(site: Site, path: string, body: string, type: string): void {
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    // An isolated page has the finer clock: 5 µs instead of 100.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  site.answer(path, { body, headers });
}

async function signIn(context: BrowserContext, site: Site): Promise<void> {
  const { hostname } = new URL(site.origin);
  const value = site.sessions.create();
  await context.setCookie({ name: 'sid', value, domain: hostname, path: '/', httpOnly: true });
}
