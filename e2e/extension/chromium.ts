import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page, type Target } from 'puppeteer-core';
import { chromium, launchOptions } from '../chromium.ts';
import { findProgram } from '../find-program.ts';
import { built, leverPath } from './built.ts';
import { chromiumTab, pageView, promptView, type ChromiumTab } from './chromium-view.ts';
import { isWorkerRunning, killWorker } from './chromium-worker.ts';
import type { ExtensionDriver } from './driver.ts';
import { changeAccess, hasMark, markSession, reloadExtension, remove, request } from './in-page/api.ts';
import { until } from './view.ts';

/**
 * Unpacked, as `npm run build` leaves it. So alarms have no floor of 30 s, and a restart counts as an update:
 * access and storage stay, alarms and registered scripts are gone.
 */
export async function launchChromium(before: string[]): Promise<ExtensionDriver> {
  const profile = mkdtempSync(join(tmpdir(), 'session-guard-chromium-'));
  let running = await start(profile, before);

  return {
    get origin() {
      return running.origin;
    },
    get lever() {
      return pageView(running.lever);
    },
    newTab: async () => chromiumTab(await running.program.newPage()),
    async tabs() {
      const pages = await running.program.pages();
      const own = [running.lever, running.settings];
      return pages.filter((page) => !own.includes(page)).map(chromiumTab);
    },
    frameIn: (tab, path) => promptView((tab as ChromiumTab).page, path),
    async openPopup(over) {
      const extension = (await running.program.extensions()).get(new URL(running.origin).host);
      if (!extension) throw new Error('Chromium has lost the extension.');
      const opened = running.program.waitForTarget(
        (target) => target.url().startsWith(`${running.origin}/extension/popup/`),
        { timeout: 5000 },
      );
      await extension.triggerAction((over as ChromiumTab).page);
      return pageView(await (await opened).asPage());
    },
    async grant(access) {
      // The settings agree first: the extension's own request is then granted without a question.
      await change(running, 'addHostPermission', access.origins);
      const granted = await pageView(running.lever).evaluate(request, access);
      if (!granted) throw new Error(`Chromium did not grant ${JSON.stringify(access)}.`);
    },
    async revoke({ origins, permissions = [] }) {
      await pageView(running.lever).evaluate(remove, { permissions });
      await change(running, 'removeHostPermission', origins);
    },
    killWorker: () => killWorker(running.lever),
    isWorkerRunning: () => isWorkerRunning(running.lever),
    async update() {
      const { lever, origin } = running;
      await lever.evaluate(markSession);
      // With the extension its tabs would go, and with its last tab the browser.
      await lever.goto('about:blank');
      await (await settingsOf(running)).evaluate(reloadExtension, new URL(origin).host);
      await until('the new version', async () => {
        await lever.goto(origin + leverPath);
        return !(await lever.evaluate(hasMark));
      });
    },
    async restart() {
      await running.program.close();
      running = await start(profile);
    },
    async close() {
      await running.program.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Running {
  program: Browser;
  origin: string;
  lever: Page;
  settings?: Page;
}

/** @param before Addresses of tabs that are open before the extension comes. */
async function start(userDataDir: string, before: string[] = []): Promise<Running> {
  const folder = built('chromium');
  const program = await launch({
    ...launchOptions,
    executablePath: findProgram(chromium.program),
    userDataDir,
    ignoreDefaultArgs: [...launchOptions.ignoreDefaultArgs, '--disable-extensions'],
    // What is installed later, a restart would forget.
    ...(before.length > 0
      ? { enableExtensions: true }
      : {
          args: [
            ...launchOptions.args,
            `--disable-extensions-except=${folder}`,
            `--load-extension=${folder}`,
          ],
        }),
  });
  const [lever] = await program.pages();
  if (!lever) throw new Error('Chromium has no tab.');
  for (const url of before) await (await program.newPage()).goto(url);
  if (before.length > 0) await program.installExtension(folder);
  const worker = await program.waitForTarget(isWorker, { timeout: 10_000 });
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  await lever.goto(origin + leverPath);
  return { program, origin, lever };
}

const isWorker = (target: Target): boolean =>
  target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');

/** The browser's own page of extensions, on which people do such things; it stays open behind the others. */
async function settingsOf(running: Running): Promise<Page> {
  if (running.settings) return running.settings;
  running.settings = await running.program.newPage({ background: true });
  await running.settings.goto('chrome://extensions');
  return running.settings;
}

async function change(
  running: Running,
  how: 'addHostPermission' | 'removeHostPermission',
  origins: string[] = [],
): Promise<void> {
  const settings = await settingsOf(running);
  await settings.evaluate(changeAccess, how, new URL(running.origin).host, origins);
}
