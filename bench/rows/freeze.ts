import { entriesOf, mark } from '../../e2e/log.ts';
import { see } from '../../e2e/prompt.ts';
import { freeze, pass, resume, type Tab } from '../../e2e/tab.ts';
import { verdict, type Bench } from '../bench.ts';
import { byStart, came, event, off, startFor, times } from '../sessions.ts';
import { median, spread } from '../stats.ts';

const tabs = 5;

export const freezeBench: Bench = {
  name: 'freeze',
  about: 'frozen past the warning, frozen past the end',
  runs: 'together',
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

    const shortly = times(tabs, async () => {
      const { tab, end, after } = await frozen(20, 12);
      const warning = await event(tab, 'warning', { after, within: 3000 });
      const expired = await event(tab, 'expired', { after, within: 14_000 });
      const ran = firstSign(tab, after);
      return {
        late: warning && warning.at - ran,
        wrong: off('warning', warning, ran) ?? off('expired', expired, end),
      };
    });
    const long = await times(tabs, async () => {
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
    });

    const short = await shortly;
    return {
      rows: [row('warning after a short freeze', short), row('end after a freeze past it', long)],
      verdicts: [verdict('short freeze', short.map(wrongOf)), verdict('long freeze', long.map(wrongOf))],
    };
  },
};

export interface Found {
  late: number | undefined;
  wrong: string | undefined;
}

export const wrongOf = ({ wrong }: Found): string | undefined => wrong;

export function row(what: string, found: Found[], figure = 50) {
  const late = found.map((each) => each.late).filter((each) => each !== undefined);
  return {
    what: `${what}, late by`,
    figure: `≤ ${figure} ms, never stale`,
    measured: `${spread(late, 'ms')}, n = ${late.length}`,
    reached: late.length === found.length && median(late) <= figure && found.every((each) => !each.wrong),
    values: { late },
  };
}

/** When the page ran again: a due timer may run before the `resume` event. */
function firstSign(tab: Tab, after: number): number {
  return tab.log.entries[after]?.at ?? NaN;
}

/** The person was shown a prompt while the element said `warning`. */
export const shownInWarning = (tab: Tab): boolean =>
  entriesOf(tab.log, 'shown').some(
    ({ phase, detail }) => phase === 'warning' && (detail as { dialog: boolean }).dialog,
  );
