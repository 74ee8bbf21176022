import type { Browser } from 'puppeteer-core';
import { signIn, siteProfile } from '../../e2e/extension/guarded.ts';
import type { ExtensionBrowser } from '../../e2e/extension/extension.ts';
import { until, type Tab } from '../../e2e/extension/view.ts';
import type { Site } from '../../e2e/site.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import * as inExtension from '../extension/in-extension.ts';
import { withExtension } from '../extension/lab.ts';
import { manySites, originOf } from '../extension/many-sites.ts';
import { heapOf, pageOf, startedAt } from '../extension/worker.ts';
import { readDrawn, watchDrawn } from '../in-page/drawn.ts';
import { median, number, spread } from '../stats.ts';

const many = 1000;
const starts = 5;
const draws = 3;

interface Found {
  alarms: number;
  /** From the wake-up, and from the start of the worker, until the badge is drawn; ms. */
  woken: number[];
  started: number[];
  /** From the start of navigation until the list is drawn; ms. */
  drawn: number[];
  heap: number;
  apis: Record<string, number>;
}

export const extensionManyBench: Bench = {
  name: 'extension-many',
  about: 'the background and the popup with 1 and 1000 guarded sites',
  runs: 'alone',
  within: 150,
  async run(lab) {
    const site = await lab.site(3600);
    const found = await withExtension((extension, lever) => measure(extension, lever, site, many));
    const one = await withExtension((extension, lever) => measure(extension, lever, site, 1));
    return {
      rows: [
        {
          what: `alarms pending, ${many} guarded sites`,
          figure: '≤ 3',
          measured: `${found.alarms} (one site: ${one.alarms})`,
          reached: found.alarms <= 3,
        },
        limited('worker start to badge', found.started, one.started, 100),
        printed('  from the message or alarm that wakes it', found.woken, one.woken),
        limited('popup drawn, since its navigation', found.drawn, one.drawn, 200),
        {
          what: `  heap of the worker, ${many} sites`,
          figure: '',
          measured: `${number(found.heap / 1024)} kB (one site: ${number(one.heap / 1024)} kB)`,
          values: { many: found.heap, one: one.heap },
        },
      ],
      notes: [
        `of the browser itself, ${many} sites: ` +
          Object.entries(found.apis)
            .map(([name, ms]) => `${name} ${number(ms)} ms`)
            .join(', '),
      ],
    };
  },
};

const limited = (what: string, found: number[], one: number[], figure: number): Row => ({
  ...printed(`${what}, ${many} guarded sites`, found, one),
  figure: `≤ ${figure} ms`,
  reached: median(found) <= figure,
});

const printed = (what: string, found: number[], one: number[]): Row => ({
  what,
  figure: '',
  measured: `${spread(found, 'ms')}, n = ${found.length} (one site: ${spread(one, 'ms')})`,
  values: { found, one },
});

async function measure(extension: ExtensionBrowser, lever: Tab, site: Site, count: number): Promise<Found> {
  const tab = await extension.newTab();
  await signIn(tab, site, site.page({}, { element: 'none' }));
  const stored = manySites(count, siteProfile(site), Date.now());
  await extension.store(stored);
  // What is stored is read at a start: it comes back with the access.
  await extension.killWorker();
  const { sites } = stored.profiles as { sites: { match: string[] }[] };
  const origins = sites.map(({ match }) => originOf(match[0]!));
  await extension.grant({ origins, permissions: ['cookies'] });
  await until('the badge', () => extension.badge(tab), Boolean, 30_000);
  const browser = pageOf(tab).browser();
  // A worker that lives has done all that a start leaves for later.
  await pass(1000);

  await lever.bringToFront();
  const woken: number[] = [];
  const started: number[] = [];
  for (let run = 0; run < starts; run++) {
    const times = await startOnce(extension, lever, browser, tab, run % 2 ? 'alarm' : 'message');
    woken.push(times.woken);
    started.push(times.started);
  }
  const alarms = await lever.evaluate(inExtension.alarmCount);
  const heap = await heapOf(browser);
  const apis = await lever.evaluate(inExtension.timeOfApis);

  const drawn: number[] = [];
  for (let run = 0; run < draws; run++) drawn.push(await drawOnce(extension));
  return { alarms, woken, started, drawn, heap, apis };
}

async function startOnce(
  extension: ExtensionBrowser,
  lever: Tab,
  browser: Browser,
  tab: Tab,
  by: 'message' | 'alarm',
): Promise<{ woken: number; started: number }> {
  await extension.killWorker();
  await lever.evaluate(inExtension.setBadge, tab.id, 'old');
  const { from, to } = await lever.evaluate(inExtension.untilBadge, tab.id, 'old', by);
  const started = to - (await startedAt(browser));
  // What comes behind the badge must not meet the next start.
  await pass(700);
  return { woken: to - from, started };
}

async function drawOnce(extension: ExtensionBrowser): Promise<number> {
  const tab = await extension.newTab();
  const page = pageOf(tab);
  await page.evaluateOnNewDocument('globalThis.__name ??= (run) => run');
  await page.evaluateOnNewDocument(watchDrawn);
  await tab.goto(`${extension.origin}/extension/popup/index.html`);
  const drawn = await until('the list', () => tab.evaluate(readDrawn), Boolean, 20_000);
  await tab.close();
  return drawn!;
}
