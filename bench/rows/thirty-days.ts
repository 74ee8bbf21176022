import { see } from '../../e2e/prompt.ts';
import { pass } from '../../e2e/tab.ts';
import { verdict, type Bench } from '../bench.ts';
import { byStart, came, timers, times } from '../sessions.ts';

const month = String(30 * 24 * 3600);
const warnings = ['2m', '24h'];
const longestTimer = 2 ** 31 - 1;

export const thirtyDaysBench: Bench = {
  name: 'thirty-days',
  about: 'a session of 30 days, warned 2 min and 1 day before: nothing happens in 26 s',
  runs: 'together',
  within: 120,
  async run(lab) {
    const site = await lab.site(3600);
    const wrongs = await times(warnings.length, async (index) => {
      const attributes = { ...byStart, 'expires-in': month, 'warn-before': warnings[index]! };
      const tab = await lab.open(site, attributes, { countTimers: true });
      await pass(26_000);
      const { longest, timeouts } = await timers(tab);
      const { phase, dialog } = await see(tab);
      const told = ['warning', 'expired', 'ended', 'problem'].find((name) => came(tab, name));
      if (told) return `told -${told}`;
      if (phase !== 'active' || dialog) return `phase ${phase}`;
      return longest > longestTimer || timeouts !== 1
        ? `${timeouts} timers, the longest ${longest} ms`
        : undefined;
    });
    return { rows: [], verdicts: [verdict('30 days', wrongs)] };
  },
};
