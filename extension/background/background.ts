// Listeners first, all at once and with constant filters, so that whatever woke this worker finds them; the state
// comes behind one promise.
import browser from 'webextension-polyfill';
import { browserEdges } from './browser-edges.ts';
import { hearReply, needsNetwork } from './replies.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { needsCookies } from '../session/view.ts';
import { createRouter, type Sender } from './router.ts';
import { startBackground, tidy, type Background } from './start.ts';

const ready = startBackground(browserEdges);
const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
const route = createRouter(ready, self);

browser.runtime.onMessage.addListener(((message: unknown, sender: Sender) =>
  route(message, sender)) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);

browser.alarms.onAlarm.addListener(() => void ready.then(({ house }) => house.due.runDue()));

browser.permissions.onAdded.addListener(() => {
  // Cookies may have been granted just now.
  listenToCookies();
  void ready.then(({ commands }) => commands.accessChanged());
});
browser.permissions.onRemoved.addListener(() => void ready.then(({ commands }) => commands.accessChanged()));

// Chromium tells; Firefox reads a policy when it starts.
browser.storage.managed.onChanged?.addListener(
  () => void ready.then(({ commands }) => commands.policyChanged()),
);

browser.notifications.onClicked.addListener((key) => {
  browserEdges.unnotify(key);
  void ready.then(({ commands }) => commands.run({ do: 'open-tab', key }));
});

browser.commands.onCommand.addListener((name, tab) => void act(name, tab?.id));
browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => void act(`${menuItemId}`, tab?.id));

browser.runtime.onInstalled.addListener(() => {
  // Tabs that are open already have an agent of the version before, or none.
  void ready.then(begin);
});
browser.runtime.onStartup.addListener(() => void ready.then(begin));

/** With the browser, or as another version. The browser's language may be another, too. */
async function begin(background: Background) {
  await background.house.words.showMenu();
  await tidy(background, true);
}

/** Every reply of every granted site wakes the worker here: it goes as soon as no profile needs it. */
function hear({ url, method, statusCode, tabId, timeStamp, responseHeaders = [] }: Reply): undefined {
  const headers = responseHeaders;
  void ready.then(({ house }) => hearReply(house, { url, method, statusCode, tabId, timeStamp, headers }));
}
type Reply = Parameters<Parameters<typeof browser.webRequest.onHeadersReceived.addListener>[0]>[0];

const { onHeadersReceived } = browser.webRequest;

function listenToReplies() {
  const urls = ['https://*/*', 'http://*/*'];
  onHeadersReceived.addListener(hear, { urls, types: ['main_frame', 'xmlhttprequest'] }, ['responseHeaders']);
}
listenToReplies();

function cookieChanged({ removed, cause, cookie }: CookieChange) {
  const { name, domain, storeId } = cookie;
  // A cookie that is written anew is removed first.
  if (removed && cause === 'overwrite') return;
  void ready.then(({ house }) => house.cookies.changed({ removed, cookie: { name, domain, storeId } }));
}
type CookieChange = Parameters<Parameters<typeof browser.cookies.onChanged.addListener>[0]>[0];

/** Only there once the permission was given. */
function listenToCookies() {
  const { onChanged } = browser.cookies ?? {};
  if (onChanged && !onChanged.hasListener(cookieChanged)) onChanged.addListener(cookieChanged);
}
listenToCookies();

/** What no profile needs wakes nobody. */
function heedProfiles(sites: readonly SiteProfile[]) {
  if (!sites.some(needsNetwork)) onHeadersReceived.removeListener(hear);
  else if (!onHeadersReceived.hasListener(hear)) listenToReplies();
  if (sites.some(needsCookies)) listenToCookies();
  else browser.cookies?.onChanged.removeListener(cookieChanged);
}

void ready.then(async (background) => {
  const { store } = background.house;
  heedProfiles(store.sites());
  store.onProfiles(heedProfiles);
  await tidy(background, false);
});

/** By keyboard or menu: for the tab in which it was pressed. */
async function act(name: string, tabId: number | undefined) {
  // Within the gesture: after an await browsers open no popup.
  if (name === 'guard-this-site') return void browser.action.openPopup?.().catch(() => {});
  const { house, commands } = await ready;
  const agent = tabId === undefined ? undefined : house.agents.get(tabId);
  if (name === 'stay-signed-in' && agent) await commands.run({ do: 'renew', key: agent.key });
}
