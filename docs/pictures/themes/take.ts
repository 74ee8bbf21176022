import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../../../e2e/browser.ts';
import { shrink } from '../png.ts';
import { galleryPage, pageFile } from './gallery-page.ts';
import { phaseNames, phaseOf } from './phases.ts';
import { composeSheet, type Tile } from './sheet.ts';
import { takeShots, type Look, type Pictures, type Shot } from './shots.ts';
import { headOf, readTheme, themeNames, type ThemeFile } from './theme-files.ts';

const gallery = new URL('../../gallery/', import.meta.url);

const wide = [540, 470] as const;
const wider = [656, 470] as const;
const narrow = [320, 440] as const;

/** At the head of a sheet: what most people will see. */
const head: Shot[] = [
  { phase: 'warning', scheme: 'light', size: wide },
  { phase: 'warning', scheme: 'dark', size: wide },
  { phase: 'banner', scheme: 'light', size: wider },
  { phase: 'warning', scheme: 'dark', size: wide, forced: true },
];

const everyPhase = (look: (index: number) => Look): Shot[] =>
  phaseNames.map((phase, index) => ({ phase, ...look(index) }));

const firstFocused = (index: number): Partial<Look> => (index ? {} : { focused: true });

const rows: Shot[][] = [
  head,
  everyPhase((index) => ({ scheme: 'light', size: narrow, ...firstFocused(index) })),
  everyPhase((index) => ({ scheme: 'dark', size: narrow, ...firstFocused(index) })),
  everyPhase((index) => ({ scheme: index % 2 ? 'light' : 'dark', size: narrow, language: 'ar' })),
];

/** A sheet of each theme; where all are taken, also one of all, and the page that shows them. */
export async function takeThemePictures(names: string[]): Promise<number> {
  if (names.length === 0) return 0;
  await mkdir(gallery, { recursive: true });
  const files = names.map(readTheme);
  const browser = await launchChromium();
  try {
    const pictures = await takeShots(browser, files, rows.flat());
    for (const file of files) await save(browser, file.name, sheetOf(file, pictures));
    if (names.length < themeNames.length) return names.length;
    await save(browser, 'overview', overviewOf(files, pictures));
    await writeFile(pageFile, galleryPage());
    return names.length + 1;
  } finally {
    await browser.close();
  }
}

async function save(
  browser: Browser,
  name: string,
  sheet: Parameters<typeof composeSheet>[1],
): Promise<void> {
  await writeFile(new URL(`${name}.png`, gallery), shrink(await composeSheet(browser, sheet)));
}

function sheetOf(file: ThemeFile, pictures: Pictures) {
  const { title, about } = headOf(file);
  const tile = (shot: Shot): Tile => ({
    caption: captionOf(shot),
    png: pictures.get(file.name)!.get(shot)!,
  });
  return { title, about, rows: rows.map((row) => row.map(tile)) };
}

function overviewOf(files: ThemeFile[], pictures: Pictures) {
  const tiles = files.flatMap((file) =>
    head.slice(0, 2).map((shot, index): Tile => {
      const caption = index ? '' : headOf(file).title;
      return { caption, png: pictures.get(file.name)!.get(shot)!, width: 340 };
    }),
  );
  const inARow = 6;
  const lines = Array.from({ length: Math.ceil(tiles.length / inARow) }, (_, index) =>
    tiles.slice(index * inARow, (index + 1) * inARow),
  );
  return { title: 'Themes', about: '', rows: lines };
}

const captionOf = ({ phase, scheme, forced, focused, language }: Shot): string =>
  [
    phaseOf(phase).title,
    forced ? 'forced colours' : scheme,
    focused ? 'focus on the button' : '',
    language === 'ar' ? 'from right to left' : '',
  ]
    .filter(Boolean)
    .join(', ');
