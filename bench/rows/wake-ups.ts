import { everything, type Attributes } from '../../e2e/site-pages.ts';
import { hide, pass } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { byStart, event, settled, startFor, timers, times } from '../sessions.ts';
import { median, spread } from '../stats.ts';
import { countAtEnd, readCountAtEnd } from '../in-page/count-at-end.ts';

const active = { 'keep-fresh': 'active' };

export const farBench: Bench = {
  name: 'wake-ups-far',
  about: 'callbacks that run, and timers that wait, far from the expiry',
  runs: 'together',
  within: 150,
  async run(lab) {
    const site = await lab.site(3600);
    const kinds: { hidden: boolean; attributes: Attributes }[] = [
      { hidden: false, attributes: everything },
      { hidden: false, attributes: { ...everything, ...active } },
      { hidden: true, attributes: everything },
      { hidden: true, attributes: { ...everything, ...active } },
    ];
    const found = await times(kinds.length, async (index) => {
      const { hidden, attributes } = kinds[index]!;
      const tab = await lab.open(site, attributes, { countTimers: true });
      await settled(tab);
      if (hidden) await hide(tab);
      const { wakeUps } = await timers(tab);
      await pass(60_000);
      const after = await timers(tab);
      return {
        hidden,
        wakeUps: after.wakeUps - wakeUps,
        pending: after.timeouts,
        others: after.intervals + after.frames,
      };
    });
    return {
      rows: [false, true].map((hidden) => {
        const those = found.filter((each) => each.hidden === hidden);
        const [ran, pending] = [those.map(({ wakeUps }) => wakeUps), those.map((each) => each.pending)];
        return {
          what: `wake-ups per minute far from expiry, ${hidden ? 'hidden' : 'visible'}`,
          figure: '0 (1 timer pending)',
          measured: `${spread(ran, '')}(${pending.join(', ')} pending)`,
          reached:
            ran.every((count) => count === 0) &&
            those.every((each) => each.pending === 1 && each.others === 0),
          values: { ran, pending },
        };
      }),
    };
  },
};

export const lastBench: Bench = {
  name: 'wake-ups-last',
  about: 'callbacks that run over the last two minutes, warning and end included',
  runs: 'together',
  within: 200,
  async run(lab) {
    const site = await lab.site(3600);
    const found = await times(6, async (index) => {
      const hidden = index % 2 === 1;
      const tab = await lab.open(site, { ...byStart, 'warn-before': '2m' }, { countTimers: true });
      await settled(tab);
      const end = await startFor(tab, 123);
      if (hidden) await hide(tab);
      const { wakeUps } = await timers(tab);
      await tab.page.evaluate(countAtEnd);
      await event(tab, 'expired', { within: end - Date.now() + 5000 });
      const atEnd = await tab.page.evaluate(readCountAtEnd);
      return { hidden, perMinute: atEnd === undefined ? NaN : (atEnd - wakeUps) / 2 };
    });
    return {
      rows: [false, true].map((hidden) => {
        const counts = found.filter((each) => each.hidden === hidden).map(({ perMinute }) => perMinute);
        const figure = hidden ? 1 : 31;
        return {
          what: `wake-ups per minute over the last two minutes, ${hidden ? 'hidden' : 'visible'}`,
          figure: `≤ ${figure}`,
          measured: `${spread(counts, '', 1)}(hand-written page: 60)`,
          reached: median(counts) <= figure,
          values: { counts },
        };
      }),
    };
  },
};
