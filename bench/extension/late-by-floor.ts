import { guarded, record } from '../../extension/background/testing/guarded.ts';

/** When the worker dies: 30 s after its last event, as browsers let it; after each; after one 10 s before the end. */
export type Death = 'idle' | 'each' | 'last';

const idle = 30_000;
const step = 250;

/** Virtual ms from the end of a session, until it is told, nothing of its site being in view. */
export async function lateByFloor(life: number, tabs: 'hidden' | 'none', death: Death): Promise<number> {
  const { browser, server, tab } = await guarded(undefined, { active: false }, undefined);
  let lastEvent = browser.now();
  const { wake } = browser;
  browser.wake = () => {
    lastEvent = browser.now();
    return wake();
  };
  server.expiresAt = browser.now() + life;
  const { commands } = await browser.wake();
  // The answer takes virtual time.
  void commands.run({ do: 'look', key: 'app|0' });
  await browser.pass(500);
  if (tabs === 'none') await browser.close(tab);
  await browser.pass(100);

  const end = server.expiresAt;

  let hasSpoken = false;
  for (let spent = 0; spent < life + 120_000; spent += step) {
    if (record(browser)?.notified.end !== undefined) break;
    const isLast = death === 'last' && !hasSpoken && browser.now() >= server.expiresAt - 10_000;
    if (isLast) {
      hasSpoken = true;
      // Anything that comes: another tab, a page of ours.
      await (await browser.wake()).commands.run({ do: 'set-preferences', preferences: { theme: 'default' } });
      await browser.wake().then(({ house }) => house.due.runDue());
      await browser.rest();
      browser.kill();
    }
    const patience = death === 'each' ? 1000 : idle;
    if (browser.running() && browser.now() - lastEvent >= patience) browser.kill();
    await browser.pass(step);
  }
  // The last: before it came the warning. `Date` says whole seconds, so that it may come one too early.
  const notice = browser.notices.findLast(({ at }) => at >= end - 1000);
  return notice ? notice.at - end : Infinity;
}
