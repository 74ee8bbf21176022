import type { GuardElement } from '../e2e/element.ts';
import { readTimers, type TimerCount } from '../e2e/in-page/timers.ts';
import type { Report } from '../e2e/in-page/recorder.ts';
import type { Attributes } from '../e2e/site-pages.ts';
import { pass, type Tab } from '../e2e/tab.ts';
import type { Waiting } from '../e2e/log.ts';

/** A page that knows of its session only what it tells the element by `start()`. */
export const byStart: Attributes = { 'renew-url': '/api/session/renew', 'sign-in-url': '/signin' };

/** A session of so many seconds begins; the real moment (epoch ms) at which it ends. */
export function startFor(tab: Tab, seconds: number): Promise<number> {
  return tab.page.evaluate((life) => {
    const at = performance.timeOrigin + performance.now();
    document.querySelector<GuardElement>('session-guard')?.start({ expiresIn: life });
    return at + life * 1000;
  }, seconds);
}

/** The element's event, or `undefined` where it does not come in time. */
export async function event(tab: Tab, name: string, waiting: Waiting): Promise<Report | undefined> {
  const kind = `session-guard-${name}`;
  return tab.log.wait(kind, (entry) => entry.kind === kind, waiting).catch(() => undefined);
}

export const came = (tab: Tab, name: string, after = 0): boolean =>
  tab.log.entries.slice(after).some(({ kind }) => kind === `session-guard-${name}`);

/** Why an event is not where it should be; `undefined` when it is. */
export function off(
  name: string,
  report: Report | undefined,
  moment: number,
  { early = 100, late = 1500 } = {},
): string | undefined {
  if (!report) return `no ${name}`;
  const by = Math.round(report.at - moment);
  return by < -early || by > late ? `${name} ${by} ms off` : undefined;
}

/** The element has loaded what it loads ahead of need. */
export async function settled(tab: Tab): Promise<void> {
  await pass(1000);
  for (let i = 0; i < 40 && (await timers(tab)).frames > 0; i++) await pass(250);
}

/** Of a tab that counts its timers. */
export async function timers(tab: Tab): Promise<TimerCount> {
  const count = await tab.page.evaluate(readTimers);
  if (!count) throw new Error('The tab does not count its timers.');
  return count;
}

/** So many at the same time, begun `apart` ms after one another, so that none waits for another's work. */
export const times = <T>(count: number, make: (index: number) => Promise<T>, apart = 900): Promise<T[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await pass(index * apart);
      return make(index);
    }),
  );
