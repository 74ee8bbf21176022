import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { fromAgent, type AgentOrders, type FromAgent, type ToAgent } from '../../extension/messages.ts';
import { drivers } from '../browser.ts';
import { launchOptions } from '../chromium.ts';
import { findProgram } from '../find-program.ts';
import type { BrowserName } from '../levers.ts';
import { built } from './built.ts';

/** The built content scripts in an extension whose background is the test: it hears what they say, and orders. */
export interface StandIn {
  readonly browser: Browser;
  /** Since the last `expect`. */
  readonly said: FromAgent[];
  of<S extends FromAgent['say']>(say: S): Extract<FromAgent, { say: S }>[];
  /** From now on a hello is answered so, and these come behind it. */
  expect(orders: AgentOrders | undefined, ...more: ToAgent[]): void;
  /** `again`: all scripts come a second time, as after an update. */
  order(message: ToAgent | { order: 'again' }): void;
  /** What was said that the background would refuse. */
  readonly refused: unknown[];
  close(): Promise<void>;
}

export async function openStandIn(name: BrowserName): Promise<StandIn> {
  let orders: AgentOrders | undefined;
  let behind: ToAgent[] = [];
  const said: FromAgent[] = [];
  const refused: unknown[] = [];
  const queue: Parameters<StandIn['order']>[0][] = [];
  let fetchesOrders: (() => void) | undefined;
  const order: StandIn['order'] = (message) => {
    queue.push(message);
    fetchesOrders?.();
  };

  const server = createServer(async (request, response) => {
    const answer = (it: unknown) => response.end(JSON.stringify(it ?? null));
    if (request.method === 'POST') {
      let text = '';
      for await (const part of request) text += String(part);
      const message = JSON.parse(text) as FromAgent;
      if (v.is(fromAgent, message)) said.push(message);
      else refused.push(message);
      answer(message.say === 'hello' ? orders : undefined);
      if (message.say === 'hello') behind.forEach(order);
      return;
    }
    fetchesOrders = () => {
      fetchesOrders = undefined;
      answer(queue.splice(0));
    };
    if (queue.length > 0) return fetchesOrders();
    const mine = fetchesOrders;
    setTimeout(() => fetchesOrders === mine && mine(), 5000);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  await writeExtension(folder, name, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  const executablePath = findProgram(drivers[name].program);
  const browser = await (name === 'firefox'
    ? launch({ browser: 'firefox', executablePath, protocolTimeout: 60_000 })
    : launch({ ...launchOptions, executablePath, enableExtensions: true }));
  await browser.installExtension(folder);
  return {
    browser,
    said,
    refused,
    of: <S extends FromAgent['say']>(say: S) =>
      said.filter((each): each is Extract<FromAgent, { say: S }> => each.say === say),
    expect(next, ...more) {
      [orders, behind] = [next, more];
      said.length = 0;
    },
    order,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeExtension(folder: string, name: BrowserName, home: string): Promise<void> {
  const everywhere = { matches: ['http://127.0.0.1/*'], run_at: 'document_start' };
  const manifest = {
    manifest_version: 3,
    name: 'Stand-in',
    version: '1',
    permissions: ['tabs', 'scripting'],
    host_permissions: ['http://127.0.0.1/*'],
    background: name === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    browser_specific_settings: { gecko: { id: 'stand-in@example.org' } },
    content_scripts: [
      { ...everywhere, js: ['agent.js', 'reader.js'] },
      { ...everywhere, js: ['observer.js'], world: 'MAIN' },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), `(${background.toString()})(${JSON.stringify(home)})`);
  for (const script of ['agent.js', 'reader.js', 'observer.js'])
    await copyFile(built(`${name}/${script}`), join(folder, script));
}

interface Api {
  scripting: { executeScript(how: { target: object; files: string[]; world?: string }): Promise<unknown> };
  runtime: {
    onMessage: {
      addListener(hear: (it: unknown, from: unknown, answer: (it: unknown) => void) => boolean): void;
    };
  };
  tabs: {
    query(what: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown, to: object): Promise<unknown>;
  };
}

/** Runs in the browser, and so knows nothing of this file. */
function background(home: string): void {
  const { runtime, scripting, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
  runtime.onMessage.addListener((message, _, answer) => {
    void fetch(home, { method: 'POST', body: JSON.stringify(message) })
      .then((reply) => reply.json())
      .then((it) => answer(it ?? undefined));
    return true;
  });
  const again = async (target: object): Promise<void> => {
    await scripting.executeScript({ target, files: ['observer.js'], world: 'MAIN' });
    await scripting.executeScript({ target, files: ['agent.js', 'reader.js'] });
  };
  const follow = async (): Promise<void> => {
    const orders = (await (await fetch(home)).json()) as { order: string }[];
    for (const message of orders)
      for (const { id } of await tabs.query({ url: 'http://127.0.0.1/*' })) {
        if (message.order === 'again') await again({ tabId: id });
        else await tabs.sendMessage(id, message, { frameId: 0 }).catch(() => undefined);
      }
    return follow();
  };
  void follow();
}
