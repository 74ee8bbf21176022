import type { Page } from 'puppeteer-core';
import { launchExtension, type ExtensionBrowser } from '../../../e2e/extension/extension.ts';
import { until, type Tab } from '../../../e2e/extension/view.ts';

/** A browser with the built extension, whose tabs find sites of the story at their addresses. */
export interface Stage extends ExtensionBrowser {
  /** A tab at an address that no server has: every page of it is the same, and so is every answer. */
  siteTab(url: string, answer?: Answer): Promise<Tab>;
  /** The popup over a tab, as the toolbar opens it. */
  popupPage(over: Tab): Promise<Page>;
  /** A page of the extension in a tab. */
  ownPage(page: string, query?: string): Promise<Page>;
}

export const pageOf = (tab: Tab): Page => (tab as Tab & { page: Page }).page;

/** tsx wraps functions in a helper that pages do not have. */
export const helper = 'globalThis.__name ??= (run) => run';

export async function prepare(page: Page): Promise<Page> {
  await page.evaluateOnNewDocument(helper);
  await page.evaluate(helper);
  return page;
}

const work = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Orders</title>
<h1>Orders</h1><p>Work that nobody wants to lose.</p></html>`;

const signedIn = 'connect.sid=secret; HttpOnly; Secure; Path=/; Max-Age=86400';

/** What a site of the story answers. */
interface Answer {
  status: number;
  body: object;
}

const alive = (): Answer => ({
  status: 200,
  body: { expires_at: new Date(Date.now() + 42 * 60_000).toISOString() },
});
export const revoked: Answer = { status: 401, body: { error: 'session_revoked' } };

export async function openStage(): Promise<Stage> {
  const extension = await launchExtension('chromium');
  const stage = Object.create(extension) as Stage;
  return Object.assign(stage, {
    async siteTab(url: string, answer: Answer = alive()) {
      const tab = await extension.newTab();
      const page = await prepare(pageOf(tab));
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void request.respond(
          request.isNavigationRequest()
            ? { contentType: 'text/html', headers: { 'set-cookie': signedIn }, body: work }
            : { status: answer.status, contentType: 'application/json', body: JSON.stringify(answer.body) },
        );
      });
      await page.goto(url);
      return tab;
    },
    async popupPage(over: Tab) {
      await extension.popup(over);
      const isPopup = (url: string) => url.startsWith(`${extension.origin}/extension/popup/`);
      const target = pageOf(over)
        .browser()
        .targets()
        .find((each) => isPopup(each.url()));
      if (!target) throw new Error('The popup is gone.');
      return prepare(await target.asPage());
    },
    async ownPage(page: string, query?: string) {
      return prepare(pageOf(await extension.extensionPage(page, query)));
    },
  } satisfies Partial<Stage>);
}

export const untilReads = (page: Page, text: RegExp): Promise<string> =>
  until(
    `${text}`,
    () => page.evaluate(() => document.body.innerText),
    (found) => text.test(found),
  );
