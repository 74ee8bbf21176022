import browser from 'webextension-polyfill';
import { localeFiles } from '../pages/locale-files.ts';
import type { Edges } from './edges.ts';
import { clock, random, timer } from './background-ports.ts';

type Area = 'local' | 'session';

const area = (name: Area): Edges['storage'][Area] => ({
  get: () => browser.storage[name].get(null),
  set: (items) => browser.storage[name].set(items),
  remove: (keys) => browser.storage[name].remove(keys),
});

const none = () => undefined;

/** The browser itself. What a browser does not have, or was not granted, does nothing. */
export const browserEdges: Edges = {
  clock,
  timer,
  random,
  pause: () => new Promise((go) => timer.set(0, () => go())),
  storage: { local: area('local'), session: area('session') },
  // Firefox rejects where there is no policy.
  managed: () => browser.storage.managed.get(null).catch(none),
  alarms: {
    all: () => browser.alarms.getAll(),
    create: (name, info) => void browser.alarms.create(name, info),
    clear: (name) => void browser.alarms.clear(name),
  },
  tabs: {
    send: (tabId, message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
    reload: (tabId) => browser.tabs.reload(tabId),
    at: async (url) =>
      (await browser.tabs.query({ url })).flatMap((tab) =>
        tab.id !== undefined && tab.url && !tab.discarded ? [{ id: tab.id, url: tab.url }] : [],
      ),
    async get(tabId) {
      const tab = await browser.tabs.get(tabId).catch(none);
      if (!tab) return undefined;
      const { url, active, audible, discarded, sharingState } = tab;
      const capturing = !!(sharingState?.camera || sharingState?.microphone || sharingState?.screen);
      return { id: tabId, url, active, audible, capturing, discarded };
    },
    async open(url, cookieStoreId, beside) {
      const container = /^firefox-container/.test(cookieStoreId ?? '') ? { cookieStoreId } : {};
      const opener = beside === undefined ? undefined : await browser.tabs.get(beside).catch(none);
      const place = opener && { windowId: opener.windowId, index: opener.index + 1, openerTabId: beside };
      await browser.tabs.create({ url, ...container, ...place });
    },
    async go(tabId, url) {
      await browser.tabs.update(tabId, { url, active: true });
    },
    async show(tabId) {
      const { windowId } = await browser.tabs.update(tabId, { active: true });
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    },
  },
  scripts: {
    // Firefox takes such a pattern, and then runs the script in no page.
    takesPorts: !browser.runtime.getURL('').startsWith('moz-extension:'),
    async inject(tabId, file, world) {
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        files: [`/${file}`],
        ...(world === 'MAIN' && { world }),
      });
    },
    registered: async () =>
      (await browser.scripting.getRegisteredContentScripts()).map(({ id, matches = [] }) => ({
        id,
        matches,
      })),
    async register({ id, file, matches, world }) {
      await browser.scripting.registerContentScripts([
        {
          id,
          js: [file],
          matches,
          runAt: 'document_start',
          allFrames: false,
          // The types know of one world only.
          ...(world === 'MAIN' && { world: 'MAIN' as 'ISOLATED' }),
        },
      ]);
    },
    unregister: (id) => browser.scripting.unregisterContentScripts({ ids: [id] }),
  },
  async cookies(storeId) {
    if (!('cookies' in browser) || !browser.cookies) return undefined;
    // Of every partition; Firefox with first-party isolation asks for all domains in a word of its own.
    const all = await browser.cookies.getAll({ storeId, partitionKey: {} }).catch(none);
    return all?.map(({ name, value, domain, expirationDate }) => ({
      name,
      value,
      domain,
      expirationDate,
      storeId,
    }));
  },
  access: () => browser.permissions.getAll(),
  async isLocked() {
    if (!('idle' in browser) || !browser.idle) return undefined;
    return (await browser.idle.queryState(60)) === 'locked';
  },
  async dropAccess(origins) {
    if (origins.length) await browser.permissions.remove({ origins }).catch(none);
  },
  badge(tabId, text, colour) {
    // The tab may be gone by now.
    void browser.action.setBadgeText({ tabId, text }).catch(none);
    if (text) void browser.action.setBadgeBackgroundColor({ tabId, color: colour }).catch(none);
  },
  notify(id, title, message) {
    const iconUrl = browser.runtime.getURL('extension/icons/128.png');
    void browser.notifications.create(id, { type: 'basic', iconUrl, title, message }).catch(none);
  },
  unnotify: (id) => void browser.notifications.clear(id).catch(none),
  // Without a frame it reaches all of them; a frame inside a page hears nothing else in Firefox.
  tellPrompt: (tabId, message) => void browser.tabs.sendMessage(tabId, message).catch(none),
  fetch: (url, headers) =>
    fetch(url, {
      headers: { Accept: 'application/json', ...headers },
      cache: 'no-store',
      redirect: 'manual',
      credentials: 'include',
      signal: AbortSignal.timeout(10_000),
    }),
  language: browser.i18n.getUILanguage(),
  localeFiles,
  read: async (path) => (await fetch(path)).json(),
  menu(titles) {
    void browser.contextMenus.removeAll().then(() => {
      for (const [id, title] of Object.entries(titles))
        browser.contextMenus.create(
          { id, title, contexts: ['page', 'action'] },
          () => void browser.runtime.lastError,
        );
    });
  },
  promptUrl: (token) => browser.runtime.getURL(`extension/prompt/index.html#${token}`),
  token: () => crypto.randomUUID(),
};
