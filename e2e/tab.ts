import type { BrowserContext, Page } from 'puppeteer-core';
import { driverOf } from './browser.ts';
import type { Driver } from './driver.ts';
import { fakeClock, stepFakeClock } from './in-page/clock.ts';
import { recordEvents, type Report } from './in-page/recorder.ts';
import { countTimers } from './in-page/timers.ts';
import { createLog, mark, type Log } from './log.ts';

export interface Tab {
  readonly page: Page;
  readonly driver: Driver;
  readonly log: Log;
  /** Warnings and errors in the page's console. */
  readonly console: string[];
  /** Exceptions that nobody caught. */
  readonly errors: string[];
}

export interface TabOptions {
  /** Milliseconds by which the page's wall clock is ahead of the real one. */
  clockAhead?: number;
  countTimers?: boolean;
}

const binding = 'sessionGuardReport';

export async function openTab(context: BrowserContext, options: TabOptions = {}): Promise<Tab> {
  const driver = driverOf(context.browser());
  const page = await driver.newPage(context);
  const tab: Tab = { page, driver, log: createLog(), console: [], errors: [] };
  page.on('console', (message) => {
    if (['warn', 'error'].includes(message.type())) tab.console.push(message.text());
  });
  await driver.expose(page, binding, (text) => {
    const report = JSON.parse(text) as Report;
    tab.log.add(report);
    if (report.kind === 'thrown') tab.errors.push(String(report.detail));
  });
  // esbuild, which runs scripts outside vitest, wraps functions in a helper that pages do not have.
  await page.evaluateOnNewDocument('globalThis.__name ??= (run) => run');
  await page.evaluateOnNewDocument(recordEvents, binding);
  await page.evaluateOnNewDocument(fakeClock, options.clockAhead ?? 0);
  if (options.countTimers) await page.evaluateOnNewDocument(countTimers);
  return tab;
}

/** The person puts another tab of the same window in front; resolves when the page knows. */
export async function hide(tab: Tab): Promise<Page> {
  const since = mark(tab.log);
  const other = await tab.driver.newPage(tab.page.browserContext());
  await other.bringToFront();
  await tab.log.wait('the tab to be hidden', ({ kind }) => kind === 'hidden', { after: since, within: 5000 });
  return other;
}

/** The person comes back to the tab; resolves when the page knows. */
export async function show(tab: Tab): Promise<void> {
  const since = mark(tab.log);
  await tab.page.bringToFront();
  await tab.log.wait('the tab to be shown', ({ kind }) => kind === 'visible', {
    after: since,
    within: 5000,
  });
}

/** No script of the page runs until `resume`. */
export async function freeze(tab: Tab): Promise<void> {
  const since = mark(tab.log);
  await setLifecycle(tab, 'frozen');
  await tab.log.wait('the tab to freeze', ({ kind }) => kind === 'freeze', { after: since, within: 5000 });
}

export async function resume(tab: Tab): Promise<void> {
  const since = mark(tab.log);
  await setLifecycle(tab, 'active');
  await tab.log.wait('the tab to resume', ({ kind }) => kind === 'resume', { after: since, within: 5000 });
}

async function setLifecycle(tab: Tab, state: 'frozen' | 'active'): Promise<void> {
  const session = await tab.page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state });
}

/** Somebody sets the computer's clock while the page is open. */
export function stepClock(tab: Tab, ms: number): Promise<void> {
  return tab.page.evaluate(stepFakeClock, ms);
}

export async function setOffline(tab: Tab, offline: boolean): Promise<void> {
  await tab.page.setOfflineMode(offline);
}

/** Waiting is what these stories are about; where an event can be awaited, await that instead. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
