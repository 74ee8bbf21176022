import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import { dispatch, kinds, type Kind } from '../in-page/events.ts';
import { countSideEffects, readSideEffects } from '../in-page/side-effects.ts';
import { serve } from '../lab.ts';
import { activityListeners, type Listener } from '../listeners.ts';
import { openPlain, plainHtml, standalone } from '../plain-pages.ts';
import { median, number, spread } from '../stats.ts';

const rounds = 6;
const bursts = 12;
const events = 2000;

export const activityBench: Bench = {
  name: 'activity',
  about: 'the activity listener: cost per event, side effects, and that there is none when none is needed',
  runs: 'alone',
  within: 120,
  async run(lab) {
    const site = await lab.site(3600);
    const guard = (more: string) =>
      plainHtml(
        standalone,
        `<session-guard expires-in="3600" renew-url="/api/session/renew" ${more}></session-guard>`,
      );
    serve(site, '/empty', plainHtml('', ''), 'text/html');
    serve(site, '/needed', guard('keep-fresh="active"'), 'text/html');
    serve(site, '/not-needed', guard(''), 'text/html');

    const open = async (path: string, ...scripts: (() => void)[]) => {
      const tab = await openPlain(lab, ...scripts);
      await tab.page.goto(site.origin + path);
      return tab;
    };
    const tabs = {
      empty: await open('/empty'),
      needed: await open('/needed'),
      notNeeded: await open('/not-needed'),
    };
    const counted = await open('/needed', countSideEffects);
    await pass(3000);

    const listeners = await activityListeners(tabs.needed);
    const unneeded = await activityListeners(tabs.notNeeded);

    const cost: Record<string, number[]> = {};
    for (let round = 0; round < rounds; round++) {
      for (const kind of kinds) {
        for (const [name, { page }] of Object.entries(tabs)) {
          (cost[name + kind] ??= []).push(...(await page.evaluate(dispatch, kind, bursts, events)));
        }
      }
    }
    const above = (name: string, kind: Kind) => median(cost[name + kind]!) - median(cost['empty' + kind]!);

    const before = await counted.page.evaluate(readSideEffects);
    for (const kind of kinds) await counted.page.evaluate(dispatch, kind, 1, 20_000);
    await pass(500);
    const after = await counted.page.evaluate(readSideEffects);

    await tabs.needed.page.keyboard.press('a');
    const left = await activityListeners(tabs.needed);

    const heard = new Set(listeners.map(({ type }) => type));
    const worst = Math.max(...kinds.filter((kind) => heard.has(kind)).map((kind) => above('needed', kind)));
    const rows: Row[] = [
      {
        what: 'activity listener, when one is needed: cost of an event',
        figure: '≤ 1.5 µs',
        measured: `${number(worst, 2)} µs at most above the empty page`,
        reached: worst <= 1.5,
        values: { cost },
      },
      ...kinds.map((kind) => ({
        what: `  ${kind}${heard.has(kind) ? '' : ' (not listened for)'}`,
        figure: '',
        measured: `${number(above('needed', kind), 2)} µs; ${spread(cost['needed' + kind]!, 'µs', 2)} with, ${number(median(cost['empty' + kind]!), 2)} without`,
      })),
      {
        what: 'activity listener: passive; timers, writes, broadcasts in 100 000 events',
        figure: 'passive, 0',
        measured:
          `${describe(listeners)}; ${after.timers - before.timers}, ${after.writes - before.writes}, ` +
          `${after.broadcasts - before.broadcasts}; ${left.length} left after one trusted key`,
        reached:
          listeners.length > 0 &&
          listeners.every(({ passive }) => passive) &&
          after.timers + after.writes + after.broadcasts ===
            before.timers + before.writes + before.broadcasts,
      },
      {
        what: 'activity listener, when none is needed',
        figure: 'none',
        measured: unneeded.length ? describe(unneeded) : 'none',
        reached: unneeded.length === 0,
      },
    ];
    return { rows };
  },
};

const describe = (listeners: Listener[]): string =>
  listeners.map(({ type, passive }) => type + (passive ? '' : ' (not passive)')).join(' ');
