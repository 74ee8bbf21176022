import type { Browser } from '../pages/browser.ts';
import { createCommands } from '../pages/command.ts';
import type { BrowserCookie } from './cookie-facts.ts';
import type { GuardedTab, GuardingEdges } from './edges.ts';
import { endHeaders } from './names.ts';
import type { PageSeen } from './seen.ts';
import { readStated } from './stated.ts';

type BrowserTab = Awaited<ReturnType<Browser['tabs']['get']>>;

/** The dialog's way to the real browser. */
export function guardingEdges(browser: Browser): GuardingEdges {
  return {
    tab: (id) => browser.tabs.get(id).then(known, () => undefined),
    async tabsAt(patterns) {
      const tabs = await browser.tabs.query({ url: [...patterns] });
      return tabs.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0)).map(known);
    },
    onTab(hear) {
      browser.tabs.onRemoved.addListener((id) => hear(id, true));
      browser.tabs.onUpdated.addListener((id, { status }) => {
        if (status === 'complete') hear(id, false);
      });
    },
    look: (tabId, now) => lookAt(browser, tabId, now),
    cookies: (tab, names) => cookiesOf(browser, tab, names),
    onHeader(patterns, hear) {
      const listener = ({
        url,
        responseHeaders = [],
      }: {
        url: string;
        responseHeaders?: { name: string; value?: string }[];
      }) => {
        for (const { name, value } of responseHeaders) {
          const plain = name.toLowerCase();
          if (!endHeaders.includes(plain) || !value) continue;
          const stated = readStated('header', plain, value, Date.now());
          if (stated) hear({ path: new URL(url).pathname, name: plain, stated });
        }
      };
      browser.webRequest?.onHeadersReceived.addListener(
        (details) => void listener(details),
        { urls: [...patterns], types: ['main_frame', 'xmlhttprequest'] },
        ['responseHeaders'],
      );
    },
    request: (wanted) =>
      browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0]),
    storeWish: (wish) => browser.storage.local.set({ wish }),
    dropWish: () => browser.storage.local.remove('wish'),
    send: createCommands((command) => browser.runtime.sendMessage(command)),
    open: (url) => void browser.tabs.create({ url }),
    openSettings: () => void browser.runtime.openOptionsPage(),
    close: () => window.close(),
  };
}

const known = ({ id, url, title, incognito, cookieStoreId }: BrowserTab): GuardedTab => ({
  id: id!,
  ...(url !== undefined && { url }),
  ...(title !== undefined && { title }),
  incognito,
  ...(cookieStoreId !== undefined && { storeId: cookieStoreId }),
});

/** The script says what it can do, a call does it, and nothing of it stays in the page. */
async function lookAt(browser: Browser, tabId: number, now: number): Promise<PageSeen | undefined> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: ['/look-at-page.js'] });
  const [told] = await browser.scripting.executeScript({
    target,
    args: [now],
    func: (now: number) => {
      const world = globalThis as { sessionGuardLook?: (now: number) => unknown };
      const look = world.sessionGuardLook;
      delete world.sessionGuardLook;
      return look?.(now) ?? null;
    },
  });
  return (told?.result ?? undefined) as PageSeen | undefined;
}

async function cookiesOf(
  browser: Browser,
  tab: GuardedTab,
  names: readonly string[],
): Promise<{ listed: BrowserCookie[]; hidden: BrowserCookie[] } | undefined> {
  const { url } = tab;
  if (!browser.cookies || url === undefined) return undefined;
  const storeId = tab.storeId ?? (await storeOf(browser, tab.id));
  const where = { url, ...(storeId !== undefined && { storeId }) };
  const listed = await browser.cookies
    .getAll({ ...where, partitionKey: {} })
    .catch(() => browser.cookies.getAll(where));
  const isListed = new Set(listed.map(({ name }) => name));
  const asked = names
    .filter((name) => !isListed.has(name))
    .slice(0, 100)
    .map((name) => browser.cookies.get({ ...where, name }).catch(() => null));
  return { listed, hidden: (await Promise.all(asked)).filter((each) => each !== null) };
}

/** Chromium's tabs do not say from which jar they are. */
async function storeOf(browser: Browser, tabId: number): Promise<string | undefined> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
}
