import { mark } from '../../e2e/log.ts';
import { see } from '../../e2e/prompt.ts';
import { everything } from '../../e2e/site-pages.ts';
import { hide, pass, show, stepClock, type Tab } from '../../e2e/tab.ts';
import { verdict, type Bench } from '../bench.ts';
import { byStart, came, event, off, startFor, times } from '../sessions.ts';
import { row, shownInWarning, wrongOf } from '../woken.ts';

const tabs = 4;
const hour = 3_600_000;

export const stepBench: Bench = {
  name: 'step',
  about: 'the wall clock is set an hour forward (as after sleep) or back; then the tab is seen again',
  runs: 'alone',
  within: 150,
  async run(lab) {
    const site = await lab.site(3600);
    const lookedAt = await lab.site(45);

    async function forward() {
      const tab = await lab.open(site, byStart);
      await pass(1000);
      await startFor(tab, 60);
      const seen = await stepAndSee(tab, hour);
      const expired = await event(tab, 'expired', { after: seen.after, within: 3000 });
      await pass(1500);
      const stale = came(tab, 'warning') || shownInWarning(tab);
      const prompted = (await see(tab)).dialog ? undefined : 'no prompt';
      return {
        late: expired && expired.at - seen.at,
        wrong: stale ? 'a stale warning' : (off('expired', expired, seen.at, { early: 5000 }) ?? prompted),
      };
    }

    async function lookedUp() {
      const tab = await lab.open(lookedAt, everything);
      await pass(1000);
      const end = Date.parse((await see(tab)).endsAt ?? '');
      const seen = await stepAndSee(tab, hour);
      await pass(3000);
      if ((await see(tab)).phase !== 'active')
        return `phase ${(await see(tab)).phase} though a look says alive`;
      const expired = await event(tab, 'expired', { after: mark(tab.log), within: end - Date.now() + 3000 });
      return (
        (came(tab, 'ended', seen.after) && !expired ? 'ended by a clock' : undefined) ??
        off('expired', expired, end, { early: 1600 })
      );
    }

    async function back() {
      const tab = await lab.open(site, byStart);
      await pass(1000);
      const end = await startFor(tab, 14);
      await stepAndSee(tab, -hour);
      const warning = await event(tab, 'warning', { within: 12_000 });
      const expired = await event(tab, 'expired', { within: 12_000 });
      return {
        late: expired && expired.at - end,
        wrong: off('warning', warning, end - 7000) ?? off('expired', expired, end),
      };
    }

    const [forwards, corrected, backs] = await Promise.all([
      times(tabs, forward),
      times(2, lookedUp),
      times(tabs, back),
    ]);
    return {
      rows: [
        row('end after a clock step forward, once seen', forwards),
        row('end though the clock was set back', backs),
      ],
      verdicts: [
        verdict('step and event', [...forwards.map(wrongOf), ...corrected]),
        verdict('step back', backs.map(wrongOf)),
      ],
    };
  },
};

/** Nothing tells a page that the clock was set: it learns when it is left, at the latest when it is seen again. */
async function stepAndSee(tab: Tab, ms: number): Promise<{ at: number; after: number }> {
  await stepClock(tab, ms);
  const after = mark(tab.log);
  await hide(tab);
  await show(tab);
  const visible = tab.log.entries.slice(after).find(({ kind }) => kind === 'visible');
  return { at: visible?.at ?? NaN, after };
}
