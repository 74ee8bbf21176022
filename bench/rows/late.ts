import { mark } from '../../e2e/log.ts';
import { pass, type Tab } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { readBareTimers, setBareTimers } from '../in-page/bare-timers.ts';
import { byStart, event, startFor, times } from '../sessions.ts';
import { median, spread } from '../stats.ts';

const pages = 4;
const sessions = 6;
const life = 2;

export const lateBench: Bench = {
  name: 'late',
  about: 'how late -warning and -expired come in a visible tab',
  runs: 'alone',
  within: 90,
  async run(lab) {
    const site = await lab.site(3600);
    const warned: number[] = [];
    const expired: number[] = [];
    const tabs = await times(pages, () => lab.open(site, byStart));
    await pass(2000);
    await Promise.all(
      tabs.map(async (tab, index) => {
        // The pages' moments lie apart, so that none waits for another.
        await pass(index * 250);
        for (let i = 0; i < sessions; i++) await one(tab);
      }),
    );
    const bare = (await Promise.all(tabs.map(({ page }) => page.evaluate(readBareTimers)))).flat();

    async function one(tab: Tab): Promise<void> {
      const after = mark(tab.log);
      await tab.page.evaluate(setBareTimers, [(life * 1000) / 2, life * 1000]);
      const end = await startFor(tab, life);
      const warning = await event(tab, 'warning', { after, within: 5000 });
      const over = await event(tab, 'expired', { after, within: 5000 });
      if (warning) warned.push(warning.at - (end - (life * 1000) / 2));
      if (over) expired.push(over.at - end);
      await pass(400);
    }

    const row = (what: string, values: number[]) => ({
      what,
      figure: '≤ 30 ms median',
      measured: `${spread(values, 'ms')}, n = ${values.length}`,
      reached: values.length === pages * sessions && median(values) <= 30,
      values: { values },
    });
    return {
      rows: [
        row('-warning late by, visible tab (its dialog drawn)', warned),
        row('-expired late by, visible tab', expired),
        { what: '  bare setTimeout beside them', figure: '', measured: spread(bare, 'ms') },
      ],
    };
  },
};
