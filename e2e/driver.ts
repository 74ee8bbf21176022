import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import type { Program } from './find-program.ts';

/** What is done in a way of its own with each browser; all else is puppeteer's. */
export interface Driver {
  readonly program: Program;
  /** A headless browser in which a tab in the background is really hidden and throttled. */
  launch(executablePath: string): Promise<Browser>;
  /** A tab in front of the others in the one window of its context, which need not be the window in front. */
  newPage(context: BrowserContext): Promise<Page>;
  close(context: BrowserContext): Promise<void>;
  /** From now on each document of the page has a function of this name, and what it is given comes here. */
  expose(page: Page, name: string, told: (text: string) => void): Promise<void>;
}
