import type { Attributes } from '../../e2e/site-pages.ts';
import { hide, pass } from '../../e2e/tab.ts';
import { verdict, type Bench, type Result } from '../bench.ts';
import type { Lab } from '../lab.ts';
import { readBareTimers, setBareTimers } from '../in-page/bare-timers.ts';
import { byStart, event, off, startFor, times } from '../sessions.ts';
import { median, spread } from '../stats.ts';

interface Hidden {
  name: string;
  tabs: number;
  /** Seconds. */
  life: number;
  warnBefore: number;
  attributes?: Attributes;
}

export const hiddenBench: Bench = {
  name: 'hidden',
  about: 'how late both come in a hidden tab',
  runs: 'alone',
  within: 120,
  run: (lab) => measure(lab, { name: 'hidden', tabs: 6, life: 20, warnBefore: 10 }),
};

export const longHiddenBench: Bench = {
  name: 'long-hidden',
  about: 'the same after more than five minutes hidden',
  runs: 'apart',
  within: 540,
  run: (lab) =>
    measure(lab, {
      name: 'five minutes hidden',
      tabs: 3,
      life: 390,
      warnBefore: 30,
      attributes: { 'warn-before': '30s' },
    }),
};

async function measure(lab: Lab, { name, tabs, life, warnBefore, attributes }: Hidden): Promise<Result> {
  const site = await lab.site(3600);
  async function guarded() {
    const tab = await lab.open(site, { ...byStart, ...attributes });
    await pass(1000);
    const end = await startFor(tab, life);
    await hide(tab);
    const warnAt = end - warnBefore * 1000;
    const warning = await event(tab, 'warning', { within: warnAt - Date.now() + 70_000 });
    const expired = await event(tab, 'expired', { within: end - Date.now() + 70_000 });
    return {
      warning: warning && warning.at - warnAt,
      expired: expired && expired.at - end,
      wrong: off('warning', warning, warnAt) ?? off('expired', expired, end),
    };
  }

  // In a tab of its own: a hidden tab that has just been woken for one timer lets the next wait.
  async function bareTimers() {
    const tab = await lab.open(site, {}, { page: { element: 'none' } });
    await pass(1000);
    const delays = [(life - warnBefore) * 1000, life * 1000];
    await tab.page.evaluate(setBareTimers, delays);
    await hide(tab);
    await pass(life * 1000 + 3000);
    return tab.page.evaluate(readBareTimers);
  }

  const [results, bareTabs] = await Promise.all([times(tabs, guarded), times(3, bareTimers)]);

  const row = (what: 'warning' | 'expired') => {
    const late = results.map((each) => each[what]).filter((each) => each !== undefined);
    return {
      what: `-${what} late by, ${name}`,
      figure: '≤ 1.1 s',
      measured: `${spread(late, 'ms')}, n = ${late.length}`,
      reached: late.length === tabs && median(late) <= 1100,
      values: { late },
    };
  };
  const bare = bareTabs.flat().map(({ late }) => late);
  return {
    rows: [
      row('warning'),
      row('expired'),
      { what: '  bare setTimeout, in tabs beside them', figure: '', measured: spread(bare, 'ms') },
    ],
    verdicts: [
      verdict(
        name,
        results.map(({ wrong }) => wrong),
      ),
    ],
  };
}
