import { readPrompt, findPart, type Seen } from './in-page/prompt.ts';
import type { Report, Shown } from './in-page/recorder.ts';
import { printLog, type Waiting } from './log.ts';
import { pass, type Tab } from './tab.ts';

export type { Seen } from './in-page/prompt.ts';

export function see(tab: Tab): Promise<Seen> {
  return tab.page.evaluate(readPrompt);
}

/** `name` without its prefix: `warning`, `ended` … Counts events of the past, from `after` on. */
export function untilEvent(tab: Tab, name: string, options: Waiting = {}): Promise<Report> {
  const kind = `session-guard-${name}`;
  return tab.log.wait(kind, (entry) => entry.kind === kind, options);
}

/** The element is in the phase now or comes into it. */
export function untilPhase(tab: Tab, phase: string, options: Waiting = {}): Promise<Report> {
  const kind = 'session-guard-change';
  return tab.log.wait(
    `phase ${phase}`,
    (entry) => entry.kind === kind && (entry.detail as { phase: string }).phase === phase,
    { after: lastOf(tab, kind), ...options },
  );
}

/** What is shown fits now or comes to. */
export function untilShown(
  tab: Tab,
  what: string,
  fits: (shown: Shown) => boolean,
  options: Waiting = {},
): Promise<Report> {
  return tab.log.wait(what, (entry) => entry.kind === 'shown' && fits(entry.detail as Shown), {
    after: lastOf(tab, 'shown'),
    ...options,
  });
}

export function untilDialog(tab: Tab, options: Waiting = {}): Promise<Report> {
  return untilShown(tab, 'an open dialog', ({ dialog }) => dialog, options);
}

export function untilClosed(tab: Tab, options: Waiting = {}): Promise<Report> {
  return untilShown(tab, 'no dialog and no banner', ({ dialog, banner }) => !dialog && !banner, options);
}

function lastOf(tab: Tab, kind: string): number {
  return Math.max(
    0,
    tab.log.entries.findLastIndex((entry) => entry.kind === kind),
  );
}

/** For what no event tells: asks until the answer fits. */
export async function until<T>(
  tab: Tab,
  what: string,
  ask: () => Promise<T>,
  fits: (answer: T) => boolean = Boolean,
  within = 5000,
): Promise<T> {
  const deadline = Date.now() + within;
  let answer = await ask();
  while (!fits(answer) && Date.now() < deadline) {
    await pass(50);
    answer = await ask();
  }
  if (fits(answer)) return answer;
  throw new Error(
    `Waited ${within / 1000} s in vain for: ${what}\nlast answer: ${JSON.stringify(answer)}\n` +
      printLog(tab.log),
  );
}

/** A real click on a part, once the dialog takes clicks: it ignores those of its first 500 ms. */
export async function press(tab: Tab, part: string): Promise<void> {
  const shown = tab.log.entries.findLast(({ kind }) => kind === 'shown');
  await pass(Math.max(0, (shown?.at ?? 0) + 600 - Date.now()));
  const point = await until(tab, `the part "${part}" to be clickable`, () =>
    tab.page.evaluate(findPart, part),
  );
  if (point) await tab.page.mouse.click(point.x, point.y);
}
