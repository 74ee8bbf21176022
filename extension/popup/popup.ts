import { render } from 'lit';
import { browser } from '../pages/browser.ts';
import { createCommands } from '../pages/command.ts';
import { markLanguage } from '../pages/language.ts';
import { pagePorts } from '../pages/page-ports.ts';
import { pageSpeaking } from '../pages/page-speaking.ts';
import { saveJson } from '../pages/save-json.ts';
import { isPageOf } from '../profile/match.ts';
import { sitesOf } from '../session/view.ts';
import { createPopup, type PopupEdges } from './create-popup.ts';
import { popupView } from './popup-view.ts';
import type { CurrentTab } from './tab.ts';

const { storage, permissions, tabs, runtime } = browser;

const ports = pagePorts(document);

const edges: PopupEdges = {
  storage: storage as unknown as PopupEdges['storage'],
  permissions: permissions as unknown as PopupEdges['permissions'],
  ports,
  access: {
    request: (wanted) => permissions.request(wanted as Parameters<typeof permissions.request>[0]),
    storeWish: (wish) => storage.local.set({ wish }),
    dropWish: () => storage.local.remove('wish'),
  },
  send: createCommands((command) => runtime.sendMessage(command)),
  speaking: pageSpeaking(ports),
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

createPopup(edges, (scene) => {
  markLanguage(document, scene.language);
  document.title = scene.language.popup.title;
  render(popupView(scene), root);
});

/** Browsers close their popups themselves; this is for those that do not. */
addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value) return;
  close();
});
