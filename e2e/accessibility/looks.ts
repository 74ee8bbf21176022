import type { CDPSession, Page, Viewport } from 'puppeteer-core';
import { until } from '../prompt.ts';
import { has } from '../story.ts';
import type { Tab } from '../tab.ts';

/** What a person or the page prefers. */
export interface Look {
  name: string;
  /** As the browser tells a page of it. */
  features?: Record<string, string>;
  page?: { dir?: string; lang?: string; colorScheme?: string };
}

export const light: Look = { name: 'light' };
export const forced: Look = { name: 'forced colours', features: { 'forced-colors': 'active' } };
const all: Look[] = [
  light,
  { name: 'dark', features: { 'prefers-color-scheme': 'dark' }, page: { colorScheme: 'dark' } },
  { name: 'more contrast', features: { 'prefers-contrast': 'more' } },
  forced,
  { name: 'right to left', page: { dir: 'rtl', lang: 'ar' } },
];

/** Those that this browser can show. */
export const looks = all.filter(({ features, page }) => page || !features || has('media features'));

export const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
  /** What 1280 × 1024 pixels hold at 400 % (WCAG 1.4.10). */
  zoomed: { width: 320, height: 256, deviceScaleFactor: 4 },
} satisfies Record<string, Viewport>;

/** A session holds what it set only as long as it lives. */
const sessions = new WeakMap<Page, CDPSession>();

export async function prefer({ page }: Tab, features: Record<string, string>): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

export async function dress(tab: Tab, { features = {}, page = {} }: Look): Promise<void> {
  if (has('media features')) await prefer(tab, features);
  await tab.page.evaluate(({ dir = 'ltr', lang = 'en', colorScheme = 'light' }) => {
    const root = document.documentElement;
    Object.assign(root, { dir, lang });
    Object.assign(root.style, { colorScheme, color: 'canvastext', background: 'canvas' });
    // The prompt follows at the next change, and here comes one.
    for (const guard of document.querySelectorAll<Guard>('session-guard')) guard.requestUpdate?.();
  }, page);
  const { lang = 'en' } = page;
  const speaks = () =>
    tab.page.evaluate((lang) => {
      const drawn = [...document.querySelectorAll('session-guard')].flatMap((guard) => [
        ...(guard.shadowRoot?.querySelectorAll<HTMLElement>('div[lang]') ?? []),
      ]);
      return drawn.every((each) => each.lang === lang);
    }, lang);
  // Offline another language cannot come.
  await until(tab, `words in ${lang}`, speaks, Boolean, 1000).catch(() => undefined);
}

type Guard = HTMLElement & { requestUpdate?(): void };
