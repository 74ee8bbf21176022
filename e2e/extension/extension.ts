import type { BrowserName } from '../levers.ts';
import { leverPath } from './built.ts';
import { launchChromium } from './chromium.ts';
import type { Access, BareTab, ExtensionDriver } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import * as api from './in-page/api.ts';
import { until, type Prompt, type Tab, type View } from './view.ts';

/** A browser with the built extension, and with nothing granted or stored but what the story does. */
export interface ExtensionBrowser extends Pick<
  ExtensionDriver,
  'origin' | 'lever' | 'grant' | 'revoke' | 'killWorker' | 'isWorkerRunning' | 'update'
> {
  /** The tabs that were open before the extension came. */
  readonly before: Tab[];
  /** A tab in front of the others: of the window in front, or of that of another tab. */
  newTab(url?: string, beside?: Tab): Promise<Tab>;
  /** A tab in a window of its own: what is in view in other windows stays so. */
  newWindow(url?: string): Promise<Tab>;
  /** The tab, opened by whomever, at such an address; the extension needs access to it. */
  tabAt(fits: (url: string) => boolean): Promise<Tab>;
  /** A page of the extension in a tab: `popup`, `options`, `guarding`, with a query where one is wanted. */
  extensionPage(page: string, query?: string): Promise<Tab>;
  popup(over: Tab): Promise<View>;
  /** The extension's page in a frame of the tab; another than the prompt should never be there. */
  prompt(tab: Tab, page?: string): Prompt;
  /** The text of the badge: of a tab, or where a tab has none of its own. */
  badge(tab?: Tab): Promise<string>;
  /** All of `storage.local`. */
  storage(): Promise<Record<string, unknown>>;
  store(items: Record<string, unknown>): Promise<void>;
  /** The ids of those shown. */
  notifications(): Promise<string[]>;
  /** As installed just now: no tabs, no access, nothing stored, no worker. */
  startOver(): Promise<void>;
  /** Quits, and starts again with the same profile; the tabs are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param before Addresses of tabs that are open before the extension is installed. Chromium forgets an extension
 * that came so at a restart.
 */
export async function launchExtension(name: BrowserName, before: string[] = []): Promise<ExtensionBrowser> {
  const driver = await (name === 'chromium' ? launchChromium(before) : launchFirefox(before));
  const bare = new Map<Tab, BareTab>();
  const ids = (): Promise<number[]> => driver.lever.evaluate(api.tabIds);
  const know = (tab: BareTab, id: number): Tab => {
    const known: Tab = { ...tab, id };
    bare.set(known, tab);
    return known;
  };
  const addresses = (tabs: BareTab[]): Promise<string[]> =>
    Promise.all(tabs.map((tab) => tab.url().catch(() => '')));
  const tabAt = async (fits: (url: string) => boolean): Promise<BareTab> => {
    const tabs = await driver.tabs();
    const found = tabs[(await addresses(tabs)).findIndex(fits)];
    if (!found) throw new Error('No tab is there.');
    return found;
  };
  let marks = 0;
  /** Others may open some at the same time: it is known by where it begins. */
  const open = async (url: string, where: 'tab' | 'window', beside?: Tab): Promise<Tab> => {
    const mark = `${driver.origin}${leverPath}#${(marks += 1)}`;
    const id = await driver.lever.evaluate(where === 'tab' ? api.openTab : api.openWindow, mark, beside?.id);
    const tab = await until('the new tab', () => tabAt((each) => each === mark));
    await tab.goto(url);
    return know(tab, id);
  };
  const bareOf = (tab: Tab): BareTab => {
    const found = bare.get(tab);
    if (!found) throw new Error('The tab is of another browser.');
    return found;
  };

  // The first tab is the lever's.
  const [, ...numbers] = await ids();
  const opened = (await driver.tabs()).map((tab, index) => know(tab, numbers[index]!));
  const { grant, revoke, killWorker, isWorkerRunning, update } = driver;
  return {
    before: opened,
    update,
    grant,
    revoke,
    killWorker,
    isWorkerRunning,
    get origin() {
      return driver.origin;
    },
    get lever() {
      return driver.lever;
    },
    newTab: (url = 'about:blank', beside) => open(url, 'tab', beside),
    newWindow: (url = 'about:blank') => open(url, 'window'),
    async tabAt(fits) {
      const tab = await until('the tab', () => tabAt(fits));
      const known = await driver.lever.evaluate(api.tabAddresses);
      const { id } = known.find(({ url }) => fits(url))!;
      return know(tab, id);
    },
    extensionPage: (page, query = '') => open(`${driver.origin}/${pathOf(page)}${query}`, 'tab'),
    popup: (over) => driver.openPopup(bareOf(over)),
    prompt: (tab, page = 'prompt') => driver.frameIn(bareOf(tab), pathOf(page)),
    badge: (tab) => driver.lever.evaluate(api.badge, tab?.id),
    storage: () => driver.lever.evaluate(api.readStorage),
    store: (items) => driver.lever.evaluate(api.writeStorage, items),
    notifications: () => driver.lever.evaluate(api.notifications),
    async startOver() {
      for (const tab of await driver.tabs()) await tab.close();
      bare.clear();
      const access: Access = await driver.lever.evaluate(api.optionalAccess);
      if (access.origins?.length || access.permissions?.length) await driver.revoke(access);
      await driver.lever.evaluate(api.forget);
      await driver.killWorker();
      // After its death: it may have written down what it saw of all this.
      await driver.lever.evaluate(api.clearStorage);
    },
    restart() {
      bare.clear();
      return driver.restart();
    },
    close: () => driver.close(),
  };
}

const pathOf = (page: string): string => `extension/${page}/index.html`;
