import type { GuardElement } from '../../e2e/element.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench } from '../bench.ts';
import { handWritten } from '../hand-written.ts';
import { serve, type Lab } from '../lab.ts';
import { countCpu, metrics, openPlain, plainHtml, standalone } from '../plain-pages.ts';
import { byStart, times } from '../sessions.ts';
import { median, number, spread } from '../stats.ts';

const pages = 3;
const seconds = 100;
const kinds = ['guard', 'hand-written', 'empty'] as const;
const parts = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

type PerMinute = Record<string, number>;

export const cpuBench: Bench = {
  name: 'cpu',
  about: 'main-thread CPU from 115 s to 15 s before the end, beside the hand-written 1 Hz page',
  runs: 'alone',
  within: 160,
  async run(lab) {
    const site = await lab.site(3600);
    serve(site, '/hand-written', await handWritten(), 'text/html');
    serve(site, '/empty', plainHtml('', ''), 'text/html');
    const attributes = Object.entries({ ...byStart, 'warn-before': '2m' });
    const guard = `<session-guard ${attributes.map(([name, value]) => `${name}="${String(value)}"`).join(' ')}></session-guard>`;
    serve(site, '/guard', plainHtml(standalone, guard), 'text/html');

    // At the same time: what else runs on the machine slows all of them alike.
    const one = async (index: number) => {
      const kind = kinds[index % kinds.length]!;
      return { kind, perMinute: await measure(lab, `${site.origin}/${kind}`) };
    };
    const found = await times(pages * kinds.length, one, 1110);

    const of = (kind: string, part = 'TaskDuration') =>
      found.filter((each) => each.kind === kind).map(({ perMinute }) => perMinute[part] ?? NaN);
    const above = (kind: string) => median(of(kind)) - median(of('empty'));
    const ratio = above('guard') / above('hand-written');
    return {
      rows: [
        {
          what: 'main-thread CPU, countdown visible, ÷ hand-written 1 Hz page',
          figure: '≤ 0.6 ×',
          measured: `${number(ratio, 2)} × (${number(above('guard'))} ÷ ${number(above('hand-written'))} ms/min above the empty page)`,
          reached: ratio <= 0.6,
          values: { found },
        },
        ...kinds.map((kind) => ({
          what: `  ${kind} page`,
          figure: '',
          measured: spread(of(kind), 'ms/min'),
        })),
      ],
      notes: kinds.map(
        (kind) =>
          `cpu, ${kind}, ms/min: ` +
          parts
            .map((part) => `${part.replace('Duration', '')} ${number(median(of(kind, part)), 1)}`)
            .join(', '),
      ),
    };
  },
};

async function measure(lab: Lab, url: string): Promise<PerMinute> {
  const tab = await openPlain(lab);
  await tab.page.goto(url);
  await countCpu(tab);
  await pass(2500);
  await tab.page.evaluate(begin, 118);
  await pass(3000);
  const before = await metrics(tab);
  await pass(seconds * 1000);
  const after = await metrics(tab);
  return perMinute(before, after);
}

const perMinute = (before: PerMinute, after: PerMinute): PerMinute =>
  Object.fromEntries(parts.map((part) => [part, ((after[part]! - before[part]!) * 60) / seconds]));

/** In the page: a session of so many seconds begins. */
function begin(life: number): void {
  (window as unknown as { begin?: (seconds: number) => void }).begin?.(life);
  document.querySelector<GuardElement>('session-guard')?.start?.({ expiresIn: life });
}
