import { mark } from '../../e2e/log.ts';
import { see } from '../../e2e/prompt.ts';
import { freeze, pass, resume, type Tab } from '../../e2e/tab.ts';
import { verdict, type Bench } from '../bench.ts';
import { byStart, came, event, off, startFor, times } from '../sessions.ts';
import { row, shownInWarning, wrongOf } from '../woken.ts';

const tabs = 5;

export const freezeBench: Bench = {
  name: 'freeze',
  about: 'frozen past the warning, frozen past the end',
  runs: 'alone',
  within: 120,
  async run(lab) {
    const site = await lab.site(3600);

    async function frozen(life: number, until: number) {
      const tab = await lab.open(site, byStart);
      await pass(1500);
      const end = await startFor(tab, life);
      await pass(500);
      await freeze(tab);
      await pass(until * 1000);
      const after = mark(tab.log);
      await resume(tab);
      return { tab, end, after };
    }

    async function short() {
      const { tab, end, after } = await frozen(20, 12);
      const warning = await event(tab, 'warning', { after, within: 3000 });
      const expired = await event(tab, 'expired', { after, within: 14_000 });
      const ran = firstSign(tab, after);
      return {
        late: warning && warning.at - ran,
        wrong: off('warning', warning, ran) ?? off('expired', expired, end),
      };
    }

    async function long() {
      const { tab, after } = await frozen(8, 10);
      const expired = await event(tab, 'expired', { after, within: 3000 });
      const ran = firstSign(tab, after);
      await pass(1500);
      const { dialog } = await see(tab);
      const stale = came(tab, 'warning') || shownInWarning(tab);
      return {
        late: expired && expired.at - ran,
        wrong: stale
          ? 'a stale warning'
          : (off('expired', expired, ran) ?? (dialog ? undefined : 'no prompt')),
      };
    }

    const [shorts, longs] = await Promise.all([times(tabs, short), times(tabs, long)]);
    return {
      rows: [row('warning after a short freeze', shorts), row('end after a freeze past it', longs)],
      verdicts: [verdict('short freeze', shorts.map(wrongOf)), verdict('long freeze', longs.map(wrongOf))],
    };
  },
};

/** When the page ran again: a due timer may run before the `resume` event. */
function firstSign(tab: Tab, after: number): number {
  return tab.log.entries[after]?.at ?? NaN;
}
