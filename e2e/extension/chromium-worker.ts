import type { CDPSession, Page } from 'puppeteer-core';
import { until } from './view.ts';

/** Each version of the worker that the browser knows, by its id; of one that ends it tells. */
async function watch<T>(
  lever: Page,
  use: (running: ReadonlySet<string>, session: CDPSession) => Promise<T>,
): Promise<T> {
  // Only on a page of the extension are its workers told of.
  const session = await lever.createCDPSession();
  const running = new Set<string>();
  let told = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    told ||= versions.length > 0;
    for (const { versionId, runningStatus } of versions)
      if (runningStatus === 'stopped') running.delete(versionId);
      else running.add(versionId);
  });
  await session.send('ServiceWorker.enable');
  await until('word of a worker', () => Promise.resolve(told));
  const result = await use(running, session);
  await session.detach();
  return result;
}

export const isWorkerRunning = (lever: Page): Promise<boolean> =>
  watch(lever, async (running) => running.size > 0);

export const killWorker = (lever: Page): Promise<void> =>
  watch(lever, async (running, session) => {
    const ended = new Set(running);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      // The next may be there at once.
      for (const { versionId, runningStatus } of versions)
        if (runningStatus === 'stopped') ended.delete(versionId);
    });
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the end of the worker', () => Promise.resolve(ended.size === 0));
  });
