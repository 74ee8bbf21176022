import { existsSync } from 'node:fs';
import { mark } from '../../e2e/log.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { signalTree } from '../process-tree.ts';
import { byStart, came, event, off, startFor, times } from '../sessions.ts';
import { row, shownInWarning } from './freeze.ts';

const rounds = 3;

export const sleepBench: Bench = {
  name: 'sleep',
  about: 'all processes of the browser stand still (SIGSTOP), past the warning and past the end',
  runs: 'apart',
  within: 90,
  async run(lab) {
    const pid = lab.browser.process()?.pid;
    if (!pid || !existsSync('/proc/self/stat'))
      return { rows: [{ what: 'end after sleep', figure: '≤ 50 ms', measured: 'not measured: no /proc' }] };
    const site = await lab.site(3600);
    const warned = [];
    const ended = [];
    for (let round = 0; round < rounds; round++) {
      const [past, within] = await times(2, () => lab.open(site, byStart));
      await pass(1500);
      await startFor(past!, 6);
      const end = await startFor(within!, 16);
      await pass(500);
      const marks = [mark(past!.log), mark(within!.log)] as const;
      signalTree(pid, 'SIGSTOP');
      await pass(9000);
      const woken = Date.now();
      signalTree(pid, 'SIGCONT');
      const expired = await event(past!, 'expired', { after: marks[0], within: 3000 });
      const warning = await event(within!, 'warning', { after: marks[1], within: 3000 });
      const onTime = await event(within!, 'expired', { after: marks[1], within: 10_000 });
      const stale = came(past!, 'warning') || shownInWarning(past!) ? 'a stale warning' : undefined;
      ended.push({
        late: expired && expired.at - woken,
        wrong: stale ?? off('expired', expired, woken),
      });
      warned.push({
        late: warning && warning.at - woken,
        wrong: off('warning', warning, woken) ?? off('expired', onTime, end),
      });
    }
    return {
      rows: [row('warning after sleep (SIGSTOP)', warned), row('end after sleep past it (SIGSTOP)', ended)],
    };
  },
};
