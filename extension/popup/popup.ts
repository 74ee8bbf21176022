import { render } from 'lit';
import { browser } from '../pages/browser.ts';
import { createCommands } from '../pages/command.ts';
import { pagePorts } from '../pages/page-ports.ts';
import { saveJson } from '../pages/save-json.ts';
import { isPageOf } from '../profile/match.ts';
import { sitesOf } from '../session/view.ts';
import { createPopup, type PopupEdges } from './create-popup.ts';
import { popupView } from './popup-view.ts';
import type { CurrentTab } from './tab.ts';

const { storage, permissions, tabs, runtime } = browser;

const edges: PopupEdges = {
  storage: storage as unknown as PopupEdges['storage'],
  permissions: permissions as unknown as PopupEdges['permissions'],
  ports: pagePorts(document),
  access: {
    request: (wanted) => permissions.request(wanted as Parameters<typeof permissions.request>[0]),
    storeWish: (wish) => storage.local.set({ wish }),
    dropWish: () => storage.local.remove('wish'),
  },
  send: createCommands((command) => runtime.sendMessage(command)),
  language: navigator.language,
  async tab() {
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    return tab as CurrentTab | undefined;
  },
  isOnline: () => navigator.onLine,
  onOnline(run) {
    for (const type of ['online', 'offline']) addEventListener(type, run);
  },
  openPage(path) {
    void tabs.create({ url: runtime.getURL(path) }).then(() => close());
  },
  async siteAt(url) {
    const stored = await storage.local.get('profiles');
    return sitesOf(stored).find((site) => isPageOf(site, url))?.id;
  },
  saveCopy: (data) => saveJson(document, 'session-guard.json', data),
};

const root = document.body;
let language = '';

createPopup(edges, (scene) => {
  if (scene.language.tag !== language) {
    language = scene.language.tag;
    document.documentElement.lang = language;
    document.documentElement.dir = isFromRight(language) ? 'rtl' : 'ltr';
    document.title = scene.language.popup.title;
  }
  render(popupView(scene), root);
});

/** Browsers close their popups themselves; this is for those that do not. */
addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value) return;
  close();
});

function isFromRight(tag: string): boolean {
  return /^(ar|fa|he|ur|yi|ps|sd|ug|ckb|dv)\b/.test(tag);
}
