import { entriesOf } from '../e2e/log.ts';
import type { Tab } from '../e2e/tab.ts';
import type { Row } from './bench.ts';
import { median, spread } from './stats.ts';

/** What one tab did once it ran again, after freeze, sleep or a clock step. */
export interface Found {
  late: number | undefined;
  wrong: string | undefined;
}

export const wrongOf = ({ wrong }: Found): string | undefined => wrong;

export function row(what: string, found: Found[], figure = 50): Row {
  const late = found.map((each) => each.late).filter((each) => each !== undefined);
  return {
    what: `${what}, late by`,
    figure: `≤ ${figure} ms, never stale`,
    measured: `${spread(late, 'ms')}, n = ${late.length}`,
    reached: late.length === found.length && median(late) <= figure && found.every((each) => !each.wrong),
    values: { late },
  };
}

/** The person was shown a prompt while the element said `warning`. */
export const shownInWarning = (tab: Tab): boolean =>
  entriesOf(tab.log, 'shown').some(
    ({ phase, detail }) => phase === 'warning' && (detail as { dialog: boolean }).dialog,
  );
