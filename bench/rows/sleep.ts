import { existsSync } from 'node:fs';
import type { Report } from '../../e2e/in-page/recorder.ts';
import { mark } from '../../e2e/log.ts';
import { pass, type Tab } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { readBareTimers, setBareTimers } from '../in-page/bare-timers.ts';
import { signalTree } from '../process-tree.ts';
import { byStart, came, event, off, startFor, times } from '../sessions.ts';
import { row, shownInWarning } from '../woken.ts';
import { spread } from '../stats.ts';

const rounds = 3;

export const sleepBench: Bench = {
  name: 'sleep',
  about: 'all processes of the browser stand still (SIGSTOP), past the warning and past the end',
  runs: 'alone',
  within: 150,
  async run(lab) {
    const pid = lab.browser.process()?.pid;
    if (!pid || !existsSync('/proc/self/stat'))
      return { rows: [{ what: 'end after sleep', figure: '≤ 50 ms', measured: 'not measured: no /proc' }] };
    const site = await lab.site(3600);
    const warned = [];
    const ended = [];
    const resumed: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [past, within] = await times(2, () => lab.open(site, byStart));
      await pass(1500);
      await startFor(past!, 6);
      const end = await startFor(within!, 16);
      // They come due in sleep: when they run, the page runs again.
      await Promise.all([past!, within!].map(({ page }) => page.evaluate(setBareTimers, [2000])));
      await pass(500);
      const marks = [mark(past!.log), mark(within!.log)] as const;
      signalTree(pid, 'SIGSTOP');
      await pass(9000);
      const woken = Date.now();
      signalTree(pid, 'SIGCONT');
      const expired = await event(past!, 'expired', { after: marks[0], within: 3000 });
      const warning = await event(within!, 'warning', { after: marks[1], within: 3000 });
      const onTime = await event(within!, 'expired', { after: marks[1], within: 10_000 });
      const [pastRan, withinRan] = await Promise.all([ranAgain(past!, expired), ranAgain(within!, warning)]);
      resumed.push(pastRan - woken, withinRan - woken);
      const stale = came(past!, 'warning') || shownInWarning(past!) ? 'a stale warning' : undefined;
      ended.push({
        late: expired && expired.at - pastRan,
        wrong: stale ?? off('expired', expired, woken),
      });
      warned.push({
        late: warning && warning.at - withinRan,
        wrong: off('warning', warning, woken) ?? off('expired', onTime, end),
      });
    }
    return {
      rows: [
        row('warning after sleep (SIGSTOP)', warned),
        row('end after sleep past it (SIGSTOP)', ended),
        { what: '  from SIGCONT until the page runs again', figure: '', measured: spread(resumed, 'ms') },
      ],
    };
  },
};

async function ranAgain(tab: Tab, first: Report | undefined): Promise<number> {
  const [bare] = await tab.page.evaluate(readBareTimers);
  return Math.min(bare?.at ?? Infinity, first?.at ?? Infinity);
}
