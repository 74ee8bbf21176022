import { launch, type BrowserContext, type Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { exposeByConsole } from './in-page/expose-by-console.ts';

/** The size that puppeteer gives to the pages that it opens itself. */
const size = { width: 800, height: 600 };

/** Parts of puppeteer that its types keep to itself. */
interface Inner {
  connection: { send(command: string, given: unknown): Promise<{ result: { context: string } }> };
}
const idOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

export const firefox: Driver = {
  program: {
    title: 'Firefox',
    names: ['firefox-esr', 'firefox'],
    variable: 'FIREFOX',
    packages: ['firefox-esr', 'fonts-noto-core', 'fonts-noto-color-emoji'],
  },
  launch: (executablePath) =>
    launch({
      browser: 'firefox',
      executablePath,
      protocolTimeout: 60_000,
      // Its request for an icon counts as the page's, and would break the strictest policy.
      extraPrefsFirefox: { 'browser.chrome.site_icons': false },
    }),

  /** Left to itself, it would open every tab in the window that was last in front, whosesoever that is. */
  async newPage(context) {
    const [neighbour] = await context.pages();
    return neighbour ? openBeside(context, neighbour) : context.newPage({ type: 'window' });
  },

  /** The focus goes to the browser's first window, which is empty: in that of another story it would be news. */
  async close(context) {
    const [empty] = await context.browser().defaultBrowserContext().pages();
    await empty?.bringToFront();
    await context.close();
  },

  /** WebDriver's own channels do not come back with a page from the back/forward cache; the console does. */
  async expose(page, name, told) {
    const mark = `${name} `;
    const known = new Set<string>();
    page.on('console', (message) => {
      if (message.type() !== 'debug' || !message.text().startsWith(mark)) return;
      const [id = '', ...rest] = message.text().slice(mark.length).split(' ');
      // A page that comes back brings along everything that its console ever held.
      if (known.has(id)) return;
      known.add(id);
      told(rest.join(' '));
    });
    await page.evaluateOnNewDocument(exposeByConsole, name, mark);
  },
};

async function openBeside(context: BrowserContext, neighbour: Page): Promise<Page> {
  const { connection } = context.browser() as unknown as Inner;
  const { result } = await connection.send('browsingContext.create', {
    type: 'tab',
    referenceContext: idOf(neighbour),
  });
  const page = (await context.pages()).find((each) => idOf(each) === result.context);
  if (!page) throw new Error('Firefox opened no tab.');
  await page.setViewport(size);
  return page;
}
