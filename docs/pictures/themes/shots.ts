import type { Browser, Page } from 'puppeteer-core';
import { printLog } from '../../../e2e/log.ts';
import { openSite } from '../../../e2e/site.ts';
import { openTab, pass, type Tab } from '../../../e2e/tab.ts';
import { dress, speak, stop, tidy, toHeading } from './in-page/dress.ts';
import { contentIn, mannerOf, type PageLanguage } from './page.ts';
import { phaseOf, subject, type Phase, type PhaseName } from './phases.ts';
import type { ThemeFile } from './theme-files.ts';

export interface Look {
  scheme: 'light' | 'dark';
  size: readonly [width: number, height: number];
  /** The person's own colours. */
  forced?: true;
  /** Somebody came to the first button with the keyboard. */
  focused?: true;
  language?: PageLanguage;
}

export interface Shot extends Look {
  phase: PhaseName;
}

/** By theme, then by shot. */
export type Pictures = Map<string, Map<Shot, Uint8Array>>;

/** Each phase is brought about once in each language; all themes then pass over that one moment. */
export async function takeShots(browser: Browser, themes: ThemeFile[], shots: Shot[]): Promise<Pictures> {
  const pictures: Pictures = new Map(themes.map(({ name }) => [name, new Map()]));
  const scenes = new Map<string, Shot[]>();
  for (const shot of shots) {
    const key = `${shot.phase} ${languageOf(shot)}`;
    scenes.set(key, [...(scenes.get(key) ?? []), shot]);
  }
  for (const scene of scenes.values()) {
    try {
      await takeScene(browser, themes, scene, pictures);
    } catch (error) {
      throw new Error(`No pictures of "${scene[0]!.phase}"`, { cause: error });
    }
  }
  return pictures;
}

const languageOf = ({ language = 'en' }: Shot): PageLanguage => language;

async function takeScene(
  browser: Browser,
  themes: ThemeFile[],
  shots: Shot[],
  pictures: Pictures,
): Promise<void> {
  const phase = phaseOf(shots[0]!.phase);
  const language = languageOf(shots[0]!);
  const site = await openSite(phase.life);
  const context = await browser.createBrowserContext();
  try {
    const tab = await openTab(context);
    await tab.page.evaluateOnNewDocument(speak, language, language === 'ar' ? 'rtl' : 'ltr');
    const id = site.sessions.create(subject);
    await context.setCookie({ name: 'sid', value: id, domain: '127.0.0.1', path: '/' });
    await tab.page.setViewport({ width: 480, height: 480 });
    await tab.page.goto(site.page(phase.page, { content: contentIn(language) }));
    await phase.reach({ site, tab });
    await tab.page.evaluate(tidy);
    // At first the dialog takes no keys: time must not stop before it does.
    await pass(1000);
    await tab.page.evaluate(stop);
    await expectPhase(tab, phase);
    for (const theme of themes) {
      const wrong = await tab.page.evaluate(dress, { theme: theme.text, manner: mannerOf(theme.name) });
      if (wrong.length > 0) throw new Error(`${theme.name}: ${wrong.join(', ')}`);
      for (const shot of shots) pictures.get(theme.name)!.set(shot, await shoot(tab.page, shot));
    }
    await expectPhase(tab, phase);
    if (tab.errors.length > 0) throw new Error(`The page threw:\n${tab.errors.join('\n')}`);
  } finally {
    await context.close();
    await site.close();
  }
}

async function shoot(page: Page, { scheme, size, forced, focused }: Shot): Promise<Uint8Array> {
  const [width, height] = size;
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.mouse.move(0, 0);
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
  await page.evaluate(toHeading);
  if (focused) await page.keyboard.press('Tab');
  const png = await page.screenshot();
  await session.detach();
  return png;
}

async function expectPhase({ page, log }: Tab, { name, says }: Phase): Promise<void> {
  const found = await page.$eval('session-guard', (guard) => guard.getAttribute('phase'));
  if (found !== says) throw new Error(`"${name}" would show phase ${found}, not ${says}\n${printLog(log)}`);
}
