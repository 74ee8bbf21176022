import { mark } from '../../e2e/log.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { readBareTimers, setBareTimers } from '../in-page/bare-timers.ts';
import { byStart, event, startFor, times } from '../sessions.ts';
import { median, spread } from '../stats.ts';

const sessions = 14;
const life = 3;

export const lateBench: Bench = {
  name: 'late',
  about: 'how late -warning and -expired come in a visible tab',
  runs: 'alone',
  within: 90,
  async run(lab) {
    const site = await lab.site(3600);
    // Each on a page of its own: people meet the first warning of a page, never a warm one.
    const found = await times(sessions, async () => {
      const tab = await lab.open(site, byStart);
      await pass(1500);
      const after = mark(tab.log);
      await tab.page.evaluate(setBareTimers, [(life * 1000) / 2, life * 1000]);
      const end = await startFor(tab, life);
      const warning = await event(tab, 'warning', { after, within: 6000 });
      const expired = await event(tab, 'expired', { after, within: 6000 });
      const bare = await tab.page.evaluate(readBareTimers);
      await tab.page.browserContext().close();
      return {
        warning: warning && warning.at - (end - (life * 1000) / 2),
        expired: expired && expired.at - end,
        bare: bare.map(({ late }) => late),
      };
    });

    const row = (what: string, name: 'warning' | 'expired') => {
      const late = found.map((each) => each[name]).filter((each) => each !== undefined);
      return {
        what,
        figure: '≤ 30 ms median',
        measured: `${spread(late, 'ms')}, n = ${late.length}`,
        reached: late.length === sessions && median(late) <= 30,
        values: { late },
      };
    };
    const bare = found.flatMap((each) => each.bare);
    return {
      rows: [
        row('-warning late by, visible tab (its dialog drawn)', 'warning'),
        row('-expired late by, visible tab', 'expired'),
        { what: '  bare setTimeout beside them', figure: '', measured: spread(bare, 'ms') },
      ],
    };
  },
};
