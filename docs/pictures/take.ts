// Takes the pictures beside this file, of real sessions in a real Chromium: `npm run pictures`.
import { writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { startDemo } from '../../demo/start.ts';
import { launchChromium } from '../../e2e/browser.ts';
import { openTab, type Tab } from '../../e2e/tab.ts';
import { shrink } from './png.ts';
import { comingBack } from './coming-back.ts';
import { extensionPictures, takeExtensionPictures } from './extension/take.ts';
import { states as known, untilReady, type State } from './states.ts';
import { takeThemePictures } from './themes/take.ts';
import { themeNames } from './themes/theme-files.ts';

const states = [...known, ...comingBack];

const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
} as const;
const schemes = ['light', 'dark'] as const;

type Size = keyof typeof sizes;
type Scheme = (typeof schemes)[number];

interface Picture {
  file: string;
  png: Uint8Array;
}

async function openDashboard(tab: Tab, url: string, { system, ttl, asked }: State): Promise<void> {
  await tab.page.setViewport({ ...sizes.wide, deviceScaleFactor: 1 });
  const there = new URLSearchParams({ ttl: `${ttl}s`, return_to: `/${system}/?panel=closed&${asked ?? ''}` });
  await tab.page.goto(`${url}/${system}/signin?${there}`);
  await tab.page.click('#signin button');
  await untilReady(tab);
}

/** One server, one session, one tab: in some states all that the server knew is lost. */
async function takePictures(browser: Browser, state: State): Promise<Picture[]> {
  const demo = await startDemo();
  const context = await browser.createBrowserContext();
  try {
    const tab = await openTab(context);
    await openDashboard(tab, demo.url, state);
    await state.reach(tab);
    const pictures: Picture[] = [];
    for (const size of ['wide', 'narrow'] as const) {
      await fit(tab, size, state);
      for (const scheme of schemes) pictures.push(await shoot(tab, state, scheme, size));
    }
    if (tab.errors.length > 0) throw new Error(`The page threw:\n${tab.errors.join('\n')}`);
    return pictures;
  } catch (error) {
    throw new Error(`No pictures of "${state.name}"`, { cause: error });
  } finally {
    await context.close();
    await demo.close();
  }
}

async function fit(tab: Tab, size: Size, { panelWhenWide, inView }: State): Promise<void> {
  const panelOpen = size === 'wide' && panelWhenWide === true;
  await tab.page.setViewport({ ...sizes[size], deviceScaleFactor: 1 });
  await tab.page.mouse.move(0, 0);
  // By script: under a modal dialog no hand reaches the page.
  await tab.page.evaluate((selector) => {
    if (selector) document.querySelector(selector)?.scrollIntoView({ behavior: 'instant' });
    else scrollTo(0, 0);
  }, inView);
  await tab.page.$eval(
    '#panel-toggle',
    (toggle, wanted) => {
      if (toggle.getAttribute('aria-expanded') !== String(wanted)) (toggle as HTMLElement).click();
    },
    panelOpen,
  );
  if (panelOpen) {
    await tab.page.waitForFunction(() => document.querySelector('#server-state')?.textContent !== '…');
  }
}

async function shoot(tab: Tab, state: State, scheme: Scheme, size: Size): Promise<Picture> {
  await tab.page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await expectPhase(tab, state);
  const png = await tab.page.screenshot();
  await expectPhase(tab, state);
  return { file: `${state.name}-${scheme}-${size}.png`, png };
}

async function expectPhase(tab: Tab, { name, phase }: State): Promise<void> {
  const found = await tab.page.$eval('session-guard', (guard) => guard.getAttribute('phase'));
  if (found !== phase) throw new Error(`"${name}" would show phase ${found}, not ${phase}`);
}

/** `names` on the command line: only these states or themes; `extension`, `themes`: all of those. */
async function takeAll(names: string[]): Promise<void> {
  const fits = (name: string, group: string) =>
    names.length === 0 || names.includes(name) || names.includes(group);
  const wanted = states.filter(({ name }) => fits(name, 'element'));
  const ofExtension = extensionPictures.filter((name) => fits(name, 'extension'));
  const ofThemes = themeNames.filter((name) => fits(name, 'themes'));
  const startedAt = Date.now();
  const count =
    (await takeElement(wanted)) +
    (await takeExtensionPictures(ofExtension)) +
    (await takeThemePictures(ofThemes));
  console.log(`${count} pictures taken in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

async function takeElement(wanted: State[]): Promise<number> {
  if (wanted.length === 0) return 0;
  const browser = await launchChromium();
  const taken = await Promise.allSettled(wanted.map((state) => takePictures(browser, state)));
  await browser.close();

  let count = 0;
  for (const result of taken) {
    if (result.status === 'rejected') {
      console.error(result.reason);
      process.exitCode = 1;
      continue;
    }
    // Only now: it takes a second each, in which no session could be watched.
    for (const { file, png } of result.value) await writeFile(new URL(file, import.meta.url), shrink(png));
    count += result.value.length;
  }
  return count;
}

await takeAll(process.argv.slice(2));
