import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import { bundle } from '../bundle.ts';
import { observeLongTasks, readLongTasks } from '../in-page/long-tasks.ts';
import { serve, type Lab } from '../lab.ts';
import { countCpu, metrics, openPlain, plainHtml, standalone } from '../plain-pages.ts';
import { median, number, spread } from '../stats.ts';

const loads = 30;
const kinds = ['empty', 'standalone', 'split'] as const;

interface Load {
  script: number;
  task: number;
  heap: number;
  longTasks: number;
}

export const startBench: Bench = {
  name: 'start',
  about: 'what a page load costs above the empty page (30 loads)',
  runs: 'alone',
  within: 240,
  async run(lab) {
    const site = await lab.site(3600);
    const guard =
      '<session-guard expires-in="3600" session-url="/api/session" renew-url="/api/session/renew" sign-in-url="/signin"></session-guard>';
    serve(site, '/empty', plainHtml('', ''), 'text/html');
    serve(site, '/standalone', plainHtml(standalone, guard), 'text/html');
    serve(
      site,
      '/split',
      plainHtml('<script type="module" src="/split/define.js"></script>', guard),
      'text/html',
    );
    for (const { file, code } of await bundle({ define: 'component/define.ts' }))
      serve(site, `/split/${file}`, code, 'text/javascript');
    const inAnHour = () => ({ body: { expires_at: new Date(Date.now() + 3_600_000).toISOString() } });
    site.answer('/api/session', inAnHour);

    const found: Record<string, Load[]> = {};
    for (let i = -1; i < loads; i++) {
      for (const kind of kinds) {
        const load = await measure(lab, `${site.origin}/${kind}`);
        if (i >= 0) (found[kind] ??= []).push(load);
      }
    }

    const of = (kind: string, part: keyof Load) => found[kind]!.map((load) => load[part]);
    const above = (kind: string, part: keyof Load) => median(of(kind, part)) - median(of('empty', part));
    const rows: Row[] = [];
    for (const kind of ['split', 'standalone']) {
      const what = kind === 'split' ? 'ES modules, split' : 'one-file build';
      const [script, heap] = [above(kind, 'script'), above(kind, 'heap') / 1000];
      const long = of(kind, 'longTasks').reduce((sum, count) => sum + count, 0);
      rows.push(
        {
          what: `start: script, above the empty page, ${what}`,
          figure: '≤ 4 ms',
          measured: `${number(script, 1)} ms: ${spread(of(kind, 'script'), 'ms', 1)}`,
          reached: script <= 4,
          values: { loads: found[kind] },
        },
        {
          what: `start: heap, above the empty page, ${what}`,
          figure: '≤ 130 kB',
          measured: `${number(heap)} kB`,
          reached: heap <= 130,
        },
        {
          what: `start: long tasks in ${loads} loads, ${what}`,
          figure: '0',
          measured: `${long} (empty page: ${of('empty', 'longTasks').reduce((sum, count) => sum + count, 0)})`,
          reached: long === 0,
        },
      );
    }
    const task = kinds.map((kind) => `${kind} ${spread(of(kind, 'task'), 'ms', 1)}`).join(', ');
    return { rows, notes: [`start, main-thread CPU of a load: ${task}`] };
  },
};

/** Up to the first idle periods, in which the element loads what it loads ahead of need. */
async function measure(lab: Lab, url: string): Promise<Load> {
  const tab = await openPlain(lab, observeLongTasks);
  await countCpu(tab);
  const before = await metrics(tab);
  await tab.page.goto(url);
  await pass(500);
  const after = await metrics(tab);
  const longTasks = await tab.page.evaluate(readLongTasks);
  await tab.cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap } = await metrics(tab);
  await tab.page.browserContext().close();
  const spent = (part: string) => after[part]! - before[part]!;
  return {
    script: spent('ScriptDuration'),
    task: spent('TaskDuration'),
    heap: heap!,
    longTasks: longTasks.length,
  };
}
