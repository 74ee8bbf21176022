import type { ExtensionBrowser } from '../../e2e/extension/extension.ts';
import type { Tab } from '../../e2e/extension/view.ts';
import { until } from '../../e2e/extension/view.ts';
import type { Site } from '../../e2e/site.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import { guard } from '../../e2e/extension/guarded.ts';
import { agentOnly, answerLooks, at } from '../extension/guarding.ts';
import * as inExtension from '../extension/in-extension.ts';
import { withExtension } from '../extension/lab.ts';
import { countStarts, hasListeners, openLever, pageOf } from '../extension/worker.ts';
import { browse } from '../in-page/busy.ts';
import type { Lab } from '../lab.ts';
import { serve } from '../lab.ts';
import { plainHtml } from '../plain-pages.ts';
import { number } from '../stats.ts';

const window = 60_000;
const shortWindow = 20_000;
const hour = 3_600_000;

/** What came to the background in a while. */
interface Woken {
  starts: number;
  /** Messages of pages and alarms, each an event for the worker, whether it ran or not. */
  events: Record<string, number>;
  /** Replies and cookies that a listener of its got. */
  passing: number;
  writes: number;
}

export const extensionWakeUpsBench: Bench = {
  name: 'extension-wake-ups',
  about: 'what comes to the background in a minute, far from the expiry',
  runs: 'together',
  within: 180,
  async run(lab) {
    const parts = await Promise.all([unguarded(lab), byAgent(lab), others(lab)]);
    return { rows: parts.flat() };
  },
};

/** Ten tabs of a site that nobody guards, while another one is. */
async function unguarded(lab: Lab): Promise<Row[]> {
  const site = await openBrowsed(lab);
  return withExtension(async (extension, lever) => {
    await guard(extension, agentOnly(site.origin));
    const page = `${at(site, 'localhost')}/browsed`;
    const tabs: Tab[] = [];
    for (let count = 0; count < 10; count++) tabs.push(await openBrowsing(extension, page));
    const found = await measure(extension, lever, window, async (isOver) => {
      for (let turn = 0; !isOver(); turn++) {
        const tab = tabs[turn % tabs.length]!;
        await tab.bringToFront();
        await tab.goto(page);
        await tab.evaluate(browse);
        await pass(1500);
      }
    });
    return [row('ten tabs browsed that nobody guards', found, window, 0)];
  });
}

async function byAgent(lab: Lab): Promise<Row[]> {
  const site = await openBrowsed(lab);
  return withExtension(async (extension) => {
    const found = await ofProfile(extension, site, agentOnly(site.origin), [], window);
    return [row('a guarded site, 60 requests a minute, profile that needs the agent only', found, window, 2)];
  });
}

/** One after the other in one browser, each as it is right after the one before was thrown away. */
async function others(lab: Lab): Promise<Row[]> {
  const site = await openBrowsed(lab);
  const ends = { url: '/api/data', path: '/expires_at' };
  const kinds: [string, object, string[]][] = [
    ['a header', { expiry: [{ from: 'header', url: '/api/*', name: 'session-expires-at' }] }, []],
    ['a cookie', { expiry: [{ from: 'cookie', name: 'seen' }] }, ['cookies']],
    ['the observer', { expiry: [{ from: 'response', ...ends }] }, []],
  ];
  return withExtension(async (extension) => {
    const rows: Row[] = [];
    for (const [what, part, permissions] of kinds) {
      await extension.startOver();
      const profile = agentOnly(site.origin, { look: undefined, ...part });
      const found = await ofProfile(extension, site, profile, permissions, shortWindow);
      rows.push(row(`  the same, profile with ${what}`, found, shortWindow));
    }
    return rows;
  });
}

async function openBrowsed(lab: Lab): Promise<Site> {
  const site = await lab.site(3600);
  const end = Date.now() + hour;
  answerLooks(site, end);
  const endsAt = new Date(end).toISOString();
  site.answer('/api/data', { body: { expires_at: endsAt }, headers: { 'session-expires-at': endsAt } });
  serve(site, '/browsed', plainHtml('', '<div id="list"></div>'), 'text/html');
  return site;
}

async function openBrowsing(extension: ExtensionBrowser, url: string): Promise<Tab> {
  const tab = await extension.newTab();
  await tab.goto(url);
  await tab.evaluate(browse);
  return tab;
}

async function ofProfile(
  extension: ExtensionBrowser,
  site: Site,
  profile: object,
  permissions: string[],
  ms: number,
): Promise<Woken> {
  await guard(extension, profile, permissions);
  const lever = await openLever(extension);
  const tab = await openBrowsing(extension, `${site.origin}/browsed`);
  await until('its session', async () =>
    Object.keys(await extension.storage())
      .join()
      .includes('session:'),
  );
  await pass(3000);
  return measure(
    extension,
    lever,
    ms,
    (isOver) => until('the end', async () => isOver(), Boolean, ms + 5000),
    tab,
  );
}

async function measure(
  extension: ExtensionBrowser,
  lever: Tab,
  ms: number,
  meanwhile: (isOver: () => boolean) => Promise<unknown>,
  front?: Tab,
): Promise<Woken> {
  await lever.evaluate(inExtension.listen);
  await lever.evaluate(inExtension.countPassing);
  await front?.bringToFront();
  const worker = await countStarts(pageOf(lever));
  await extension.killWorker();
  const before = {
    count: (await lever.evaluate(inExtension.heard)).length,
    ...(await lever.evaluate(inExtension.passing)),
  };
  const from = Date.now();
  await meanwhile(() => Date.now() - from >= ms);
  const starts = worker.starts.length;
  const heard = (await lever.evaluate(inExtension.heard)).slice(before.count);
  const { replies, cookies } = await lever.evaluate(inExtension.passing);
  await worker.stop();
  const runs = await extension.isWorkerRunning();
  const listens = runs && (await hasListeners(pageOf(lever).browser()));
  const events: Record<string, number> = {};
  for (const [, what] of heard) if (!what.startsWith('write')) events[what] = (events[what] ?? 0) + 1;
  return {
    starts,
    events,
    passing: listens
      ? (listens.replies ? replies - before.replies : 0) + (listens.cookies ? cookies - before.cookies : 0)
      : 0,
    writes: heard.filter(([, what]) => what.startsWith('write')).length,
  };
}

function row(what: string, woken: Woken, ms: number, figure?: number): Row {
  const perMinute = (count: number) => (count * 60_000) / ms;
  const { starts, events, passing, writes } = woken;
  const all = perMinute(Object.values(events).reduce((sum, each) => sum + each, passing));
  const named = Object.entries({ ...events, ...(passing && { 'reply or cookie': passing }) });
  const parts = named.map(([name, count]) => `${name} ${number(perMinute(count))}`);
  return {
    what: what.startsWith(' ') ? what : `wake-ups of the background per minute: ${what}`,
    figure: figure === undefined ? '' : figure === 0 ? '0' : `≤ ${figure}`,
    measured: `${number(all)}${parts.length ? ` (${parts.join(', ')})` : ''}; ${number(perMinute(starts))} starts, ${number(perMinute(writes))} writes`,
    ...(figure !== undefined && { reached: all <= figure && starts <= Math.max(figure, 0) }),
    values: { ...woken, ms },
  };
}
