import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import type { ChromiumTab } from '../../e2e/extension/chromium-view.ts';
import type { ExtensionBrowser } from '../../e2e/extension/extension.ts';
import type { Tab } from '../../e2e/extension/view.ts';
import { until } from '../../e2e/extension/view.ts';

/** The page behind a tab of Chromium. */
export const pageOf = (tab: Tab): Page => (tab as unknown as ChromiumTab).page;

/** An extension page that runs no code of the extension, in front. */
export async function openLever(extension: ExtensionBrowser): Promise<Tab> {
  const lever = await extension.newTab(`${extension.origin}/manifest.json`);
  // tsx wraps functions in a helper that pages do not have.
  await lever.evaluate('globalThis.__name ??= (run) => run' as never);
  return lever;
}

export interface WorkerStarts {
  /** When the browser said that a worker starts (epoch ms). */
  readonly starts: readonly number[];
  stop(): Promise<void>;
}

/** Counts starts as the browser tells them; that it watches keeps no worker alive. */
export async function countStarts(lever: Page): Promise<WorkerStarts> {
  const session = await lever.createCDPSession();
  const starts: number[] = [];
  const status = new Map<string, string>();
  let told = false;
  let isFirst = true;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      const before = status.get(versionId);
      status.set(versionId, runningStatus);
      const runs = runningStatus === 'starting' || runningStatus === 'running';
      const ran = before === 'starting' || before === 'running';
      // The first word is of what is there already.
      if (runs && !ran && !(isFirst && before === undefined)) starts.push(Date.now());
    }
    if (versions.length) [told, isFirst] = [true, false];
  });
  await session.send('ServiceWorker.enable');
  await until('word of a worker', () => Promise.resolve(told));
  return { starts, stop: () => session.detach() };
}

const isWorker = (target: Target): boolean =>
  target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');

/** Uses the running worker; while somebody is attached it does not die by itself. */
export async function inWorker<T>(browser: Browser, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await (await browser.waitForTarget(isWorker, { timeout: 5000 })).createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** When the running worker was started, by the wall clock. */
export const startedAt = (browser: Browser): Promise<number> =>
  inWorker(browser, async (session) => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'performance.timeOrigin' });
    return result.value as number;
  });

/** Bytes of its heap that are in use after a collection. */
export const heapOf = (browser: Browser): Promise<number> =>
  inWorker(browser, async (session) => {
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  });

/** Whether the running worker gets passing replies and changes of cookies. */
export async function hasListeners(browser: Browser): Promise<{ replies: boolean; cookies: boolean }> {
  const expression = `({
    replies: chrome.webRequest.onHeadersReceived.hasListeners(),
    cookies: !!chrome.cookies && chrome.cookies.onChanged.hasListeners(),
  })`;
  return inWorker(browser, async (session) => {
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    return result.value as { replies: boolean; cookies: boolean };
  });
}
