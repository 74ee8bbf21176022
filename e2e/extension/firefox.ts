import { rmSync } from 'node:fs';
import { built, leverPath } from './built.ts';
import type { ExtensionDriver } from './driver.ts';
import { addOn, createProfile, host } from './firefox-profile.ts';
import { startFirefox, type Session } from './firefox-session.ts';
import { popupView } from './firefox-popup.ts';
import { firefoxTab, promptView, type FirefoxTab } from './firefox-view.ts';
import { pressToolbarButton } from './in-page/firefox-popup.ts';
import { changeAccess, isRunning, terminate } from './in-page/firefox-internals.ts';
import { until } from './view.ts';

const origin = `moz-extension://${host}`;

/** Packed, and installed for good: a temporary add-on would not live through a restart. */
export async function launchFirefox(before: string[]): Promise<ExtensionDriver> {
  const profile = createProfile();
  let running = await start(profile);
  for (const url of before) await (await newTab(running.session)).goto(url);
  const install = async (): Promise<void> => {
    const { session, lever } = running;
    await session.alone(() =>
      session.send('Addon:Install', { path: built('firefox.xpi'), temporary: false }),
    );
    await lever.goto(origin + leverPath);
  };
  await install();
  const handles = (): Promise<string[]> =>
    running.session.alone(() => running.session.send('WebDriver:GetWindowHandles'));

  return {
    origin,
    get lever() {
      return running.lever;
    },
    newTab: () => newTab(running.session),
    async tabs() {
      const others = (await handles()).filter((handle) => handle !== running.lever.handle);
      return others.map((handle) => firefoxTab(running.session, handle));
    },
    frameIn: (tab, path) => promptView(running.session, (tab as FirefoxTab).handle, `${origin}/${path}`),
    async openPopup(over) {
      await over.bringToFront();
      await running.session.inBrowser(pressToolbarButton, addOn);
      const popup = popupView(running.session);
      await until('the popup', () =>
        popup.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'),
      );
      return popup;
    },
    grant: (access) => running.session.inBrowser(changeAccess, addOn, 'add', access),
    revoke: (access) => running.session.inBrowser(changeAccess, addOn, 'remove', access),
    killWorker: () => running.session.inBrowser(terminate, addOn),
    isWorkerRunning: () => running.session.inBrowser(isRunning, addOn),
    async update() {
      // With the old version its tabs would go.
      await running.lever.goto('about:blank');
      await install();
    },
    async restart() {
      await running.session.quit();
      running = await start(profile);
      await running.lever.goto(origin + leverPath);
    },
    async close() {
      await running.session.quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function newTab(session: Session): Promise<FirefoxTab> {
  const { handle } = await session.alone<{ handle: string }>(() =>
    session.send('WebDriver:NewWindow', { type: 'tab', focus: true }),
  );
  return firefoxTab(session, handle);
}

async function start(profile: string): Promise<{ session: Session; lever: FirefoxTab }> {
  const session = await startFirefox(profile);
  const [first] = (await session.send('WebDriver:GetWindowHandles')) as string[];
  if (!first) throw new Error('Firefox has no tab.');
  return { session, lever: firefoxTab(session, first) };
}
