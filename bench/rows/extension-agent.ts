import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { CDPSession } from 'puppeteer-core';
import { built } from '../../e2e/extension/built.ts';
import type { Tab } from '../../e2e/extension/view.ts';
import { pass } from '../../e2e/tab.ts';
import type { Bench, Row } from '../bench.ts';
import { guard } from '../../e2e/extension/guarded.ts';
import { agentOnly, answerLooks, at } from '../extension/guarding.ts';
import * as inExtension from '../extension/in-extension.ts';
import { withExtension } from '../extension/lab.ts';
import { pageOf } from '../extension/worker.ts';
import { beBusy, type Busy } from '../in-page/busy.ts';
import { plainHtml } from '../plain-pages.ts';
import { bytes, median, number, spread } from '../stats.ts';
import { serve } from '../lab.ts';

const busy: Busy = { ticks: 100, changes: 100, requests: 10, every: 25 };
const runs = 3;
const lines = 1500;

export const extensionAgentBench: Bench = {
  name: 'extension-agent',
  about: 'what the page agent weighs, what nobody else gets, and what it costs a busy page',
  runs: 'alone',
  within: 120,
  async run(lab) {
    const site = await lab.site(3600);
    answerLooks(site, Date.now() + 3_600_000);
    site.answer('/api/data', { body: { rows: [1, 2, 3] } });
    const list = `<div id="list"></div>${'<p class="row"><span>A line</span></p>'.repeat(lines)}`;
    serve(site, '/busy', plainHtml('', list), 'text/html');

    const [guarded, unguarded] = [`${site.origin}/busy`, `${at(site, 'localhost')}/busy`];
    return withExtension(async (extension, lever) => {
      const fresh = await lever.evaluate(inExtension.registered);
      await guard(extension, agentOnly(site.origin));
      const tab = await extension.newTab();
      const there = await footprint(tab, guarded);
      const nobody = await footprint(tab, unguarded);

      const cost = { guarded: [] as number[], unguarded: [] as number[] };
      for (let run = 0; run < runs; run++) {
        cost.unguarded.push(await cpuOf(tab, unguarded));
        cost.guarded.push(await cpuOf(tab, guarded));
      }
      const ratio = median(cost.guarded) / median(cost.unguarded);
      return {
        rows: [
          ...(await sizes()),
          {
            what: 'page that nobody guards: bytes of script, listeners, worlds',
            figure: '0 B, 0',
            measured: `${nobody.bytes} B, ${nobody.listeners}, ${nobody.worlds} (guarded: ${there.bytes} B minified, ${there.listeners}, ${there.worlds})`,
            reached: nobody.bytes + nobody.listeners + nobody.worlds === 0,
          },
          {
            what: '  scripts registered where nothing is guarded',
            figure: '0',
            measured: `${fresh}`,
            reached: fresh === 0,
          },
          {
            what: `busy page (${busy.ticks * busy.changes} changes, ${busy.ticks * busy.requests} requests), main-thread CPU with the agent ÷ without`,
            figure: '',
            measured: `${number(ratio, 2)} × (${number(median(cost.guarded) - median(cost.unguarded))} ms more)`,
            values: cost,
          },
          { what: '  with the agent, three page signs', figure: '', measured: spread(cost.guarded, 'ms') },
          { what: '  without', figure: '', measured: spread(cost.unguarded, 'ms') },
        ],
      };
    });
  },
};

async function sizes(): Promise<Row[]> {
  const sizeOf = async (name: string) => {
    const text = await readFile(built(`chromium/${name}.js`));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    return brotliCompressSync(text, { params }).length;
  };
  const agent = await sizeOf('agent');
  const others = ['reader', 'observer', 'prompt-host'];
  const found = await Promise.all(others.map(async (name) => `${name} ${bytes(await sizeOf(name))}`));
  return [
    { what: 'page agent', figure: '≤ 4 kB', measured: bytes(agent), reached: agent <= 4000 },
    { what: '  loaded only where and when they are needed', figure: '', measured: found.join(', ') },
  ];
}

/** What of the extension is in a page: its scripts, its listeners, its worlds. */
async function footprint(tab: Tab, url: string) {
  const session = await pageOf(tab).createCDPSession();
  let bytes = 0;
  const worlds: number[] = [];
  const isOurs = (origin: string) => origin.startsWith('chrome-extension://');
  session.on('Debugger.scriptParsed', (script) => {
    if (isOurs(script.url)) bytes += script.length ?? 0;
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (isOurs(context.origin)) worlds.push(context.id);
  });
  await tab.goto('about:blank');
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  await tab.goto(url);
  await pass(1000);
  // The page has none itself: those of its own world would be ours, too.
  let listeners = 0;
  for (const world of [undefined, ...worlds])
    for (const target of ['window', 'document']) listeners += await listenersOf(session, target, world);
  await session.detach();
  return { bytes, worlds: worlds.length, listeners };
}

async function listenersOf(session: CDPSession, expression: string, contextId?: number): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression, contextId });
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
  return listeners.length;
}

/** CPU ms of the page's main thread, with what comes a moment later. */
async function cpuOf(tab: Tab, url: string): Promise<number> {
  await tab.goto(url);
  await pass(500);
  const session = await pageOf(tab).createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const before = await read();
  await tab.evaluate(beBusy, busy);
  await pass(1500);
  const cpu = (await read()) - before;
  await session.detach();
  return cpu;
}
