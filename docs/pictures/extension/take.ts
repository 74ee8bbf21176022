import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { shrink } from '../png.ts';
import { badges } from './badges.ts';
import { guards } from './guards.ts';
import { otherWords, type Words } from './in-page/other-words.ts';
import { options } from './options.ts';
import { popups } from './popups.ts';
import { framesOf, prompts } from './prompts.ts';
import { helper, openStage, type Stage } from './stage.ts';
import type { State } from './state.ts';

interface Look {
  name: string;
  scheme: 'light' | 'dark';
  isNarrow?: true;
  words?: Words;
}

/** Words as long as German's where there is least room for them. */
const looks: Look[] = [
  { name: 'light-wide', scheme: 'light' },
  { name: 'dark-wide', scheme: 'dark' },
  { name: 'light-narrow', scheme: 'light', isNarrow: true },
  { name: 'long-narrow', scheme: 'light', isNarrow: true, words: 'long' },
  { name: 'rtl-wide', scheme: 'light', words: 'from-right' },
];

const narrow = 320;
const widths = { popup: undefined, page: 960, site: 1280, drawn: 960 };
/** What is higher is cut off there. */
const heights = { popup: 600, page: 2400, site: 800, drawn: 800 };

const states: State[] = [...popups, ...guards, ...options, ...prompts, badges];

export const extensionPictures = states.map(({ name }) => name);

export async function takeExtensionPictures(names: string[]): Promise<number> {
  if (names.length === 0) return 0;
  const stage = await openStage();
  let count = 0;
  try {
    for (const state of states.filter(({ name }) => names.includes(name))) {
      try {
        count += await takeState(stage, state);
      } catch (error) {
        console.error(new Error(`No pictures of "${state.name}"`, { cause: error }));
        process.exitCode = 1;
      }
    }
  } finally {
    await stage.close();
  }
  return count;
}

async function takeState(stage: Stage, state: State): Promise<number> {
  await stage.startOver();
  await stage.lever.evaluate(helper as never);
  const pictures: [file: string, png: Uint8Array][] = [];
  try {
    const page = await state.reach(stage);
    for (const look of looks.filter(
      ({ isNarrow, words }) => state.kind !== 'drawn' || !(isNarrow || words),
    )) {
      await fit(page, state, look);
      pictures.push([`${state.name}-${look.name}.png`, await shoot(page, state)]);
    }
  } finally {
    await state.leave?.();
  }
  // Only now: it takes a second each, in which a session goes on.
  for (const [file, png] of pictures) await writeFile(new URL(`../${file}`, import.meta.url), shrink(png));
  return pictures.length;
}

async function shoot(page: Page, { kind }: State): Promise<Uint8Array> {
  if (kind !== 'popup') return page.screenshot();
  const { width, height } = await page.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return { width, height };
  });
  // The browser shows so much of it on a screen that is large enough.
  const clip = { x: 0, y: 0, width, height: Math.min(height, heights.popup) };
  return page.screenshot({ clip, captureBeyondViewport: true });
}

async function fit(page: Page, { kind }: State, { scheme, isNarrow, words = 'own' }: Look): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const width = isNarrow ? narrow : widths[kind];
  for (const each of kind === 'site' ? framesOf(page) : [page]) {
    await each.evaluate(helper);
    await each.evaluate(otherWords, words);
  }
  if (kind === 'popup') return fitPopup(page, width);
  let height = kind === 'site' ? heights.site : 480;
  await page.setViewport({ width: width!, height, deviceScaleFactor: 1 });
  // What is as high as the window is not counted, and margins grow with it: twice.
  for (let turn = 0; kind !== 'site' && turn < 2; turn += 1) {
    const content = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    height = Math.min(Math.ceil(content), heights[kind]);
    await page.setViewport({ width: width!, height, deviceScaleFactor: 1 });
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
}

/** A popup is as large as its content: the browser follows. */
async function fitPopup(page: Page, width: number | undefined): Promise<void> {
  await page.evaluate((width) => {
    document.documentElement.style.inlineSize = width ? `${width}px` : '';
    return new Promise((resolve) => setTimeout(resolve, 400));
  }, width);
}
