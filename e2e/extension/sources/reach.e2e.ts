import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { browserName } from '../../story.ts';
import { pass } from '../../tab.ts';
import { launchExtension, type ExtensionBrowser } from '../extension.ts';
import { openTraits } from '../traits/server.ts';
import { known } from '../traits/trait.ts';
import { until, type Tab } from '../view.ts';
import {
  addressOf,
  expectAll,
  guardAll,
  perform,
  placesOf,
  proveMoved,
  recordsIn,
  show,
  sitesOf,
  type Shown,
} from './prove.ts';
import { story } from './story.ts';

declare const browser: Browser;

/** One for each way in which an end can be heard of. */
const ways = ['cookie-moment', 'local-moment', 'header-moment', 'fetch-seconds', 'end-401'];

const registered = (extension: ExtensionBrowser): Promise<Record<string, string[]>> =>
  extension.lever.evaluate(async () => {
    const all = await browser.scripting.getRegisteredContentScripts();
    return Object.fromEntries(all.map(({ id, matches }) => [id, matches!]));
  });

/** Whether any script of the extension listens in a tab. */
const isHeard = (extension: ExtensionBrowser, { id }: Tab): Promise<boolean> =>
  extension.lever.evaluate(
    (id) =>
      browser.tabs.sendMessage(id, { order: 'nothing' }).then(
        () => true,
        () => false,
      ),
    id,
  );

/** What only a new request tells is asked for once more. */
async function callAll(extension: ExtensionBrowser, all: readonly Shown[]): Promise<void> {
  for (const shown of all) {
    await shown.tab.bringToFront();
    if (await shown.tab.has('#call')) await perform(extension, shown, '#call');
  }
}

const expectKnown = (extension: ExtensionBrowser, all: readonly Shown[]): Promise<void> =>
  expectAll(
    extension,
    all.map((shown) => ({ shown, expected: shown.trait.expects })),
  );

describe('The extension', () => {
  story('guards tabs that were open before access was given, from then on', async ({ extension, onEnd }) => {
    const places = await placesOf(ways, onEnd);
    const all: Shown[] = [];
    for (const place of places) {
      const tab = await extension.newTab(addressOf(place));
      all.push({ ...place, tab, end: place.server.session.expiresAt });
    }
    await guardAll(extension, sitesOf(places));
    await callAll(extension, all);
    await expectKnown(extension, all);
  });

  story('guards tabs that were open before it was installed, and before an update', async ({ onEnd }) => {
    const places = await placesOf(ways, onEnd);
    const extension = await launchExtension(browserName, places.map(addressOf));
    onEnd(() => extension.close());
    const all = places.map((place, at) => ({
      ...place,
      tab: extension.before[at]!,
      end: place.server.session.expiresAt,
    }));
    await guardAll(extension, sitesOf(places));
    await callAll(extension, all);
    await expectKnown(extension, all);

    await extension.update();
    await until('agents', async () =>
      (await Promise.all(all.map(({ tab }) => isHeard(extension, tab)))).every(Boolean),
    );
    // With a worker that dies before it has answered, a script asks once more, a second later.
    await pass(1500);
    const [cookie, , header, response, status] = all as [Shown, Shown, Shown, Shown, Shown];
    for (const shown of [header, response])
      await proveMoved(extension, shown, () => perform(extension, shown, '#call'));
    await proveMoved(extension, cookie, () => perform(extension, cookie, 'load'));
    await extension.killWorker();
    for (const deed of ['end', '#call'] as const) await perform(extension, status, deed);
    await expectAll(extension, [{ shown: status, expected: { phase: 'ended' } }]);
  });

  story(
    'is not there where nothing is guarded: no script, no request, no wake-up',
    async ({ extension, onEnd }) => {
      const [guarded] = await show(extension, ['header-moment'], onEnd);
      await expectAll(extension, [{ shown: guarded!, expected: known }]);
      const server = await openTraits();
      onEnd(() => server.close());
      const tabs: Tab[] = [];
      const address = (name: string) =>
        server.urlOf(name).replace('127.0.0.1', `${name}.elsewhere.localhost`);
      const names = ['header-moment', 'cookie-moment', 'fetch-seconds', 'end-401', 'local-jwt'];
      for (const name of [...names, ...names]) tabs.push(await extension.newTab(address(name)));
      await extension.killWorker();
      // What was under way when it was killed may have woken it once more.
      await pass(500);
      await extension.killWorker();
      server.forget();
      for (const [at, tab] of tabs.entries()) {
        await tab.goto(address(names[at % names.length]!));
        await tab.press('x');
      }
      await pass(1000);
      expect(await extension.isWorkerRunning()).toBe(false);

      const sites = await registered(extension);
      expect(Object.keys(sites)).toEqual(['agent']);
      expect(sites['agent']).toEqual([expect.stringMatching(/^http:\/\/header-moment\.own\.localhost[:/]/)]);
      for (const tab of tabs) expect(await isHeard(extension, tab)).toBe(false);
      expect(await isHeard(extension, guarded!.tab)).toBe(true);
      // Each page once, and what it asks for by itself.
      expect(server.asked.filter(({ path }) => /\/$/.test(path))).toHaveLength(tabs.length);
      expect(Object.keys(await recordsIn(extension))).toHaveLength(1);
    },
  );

  story(
    'looks into replies only where a profile asks for it, unseen by the page',
    async ({ extension, onEnd }) => {
      await show(extension, ['cookie-moment', 'end-401'], onEnd);
      expect(Object.keys(await registered(extension))).toEqual(['agent']);
      await show(extension, ['local-jwt'], onEnd);
      expect(Object.keys(await registered(extension)).sort()).toEqual(['agent', 'reader']);

      const page = await openCurious();
      onEnd(page.close);
      const profile = {
        id: 'curious',
        name: 'Curious',
        match: [`${page.origin}/*`],
        expiry: [{ from: 'response', url: '/token', path: '/expires_in', unit: 'in-s' }],
      };
      const plain = await extension.newTab(page.origin);
      await until('the plain page', () => plain.evaluate(() => 'seen' in window));
      const before = await plain.evaluate(() => (window as unknown as { seen: object }).seen);
      await plain.close();
      await guardAll(extension, [profile]);
      const { observer, reader } = await registered(extension);
      expect([observer?.length, reader?.length]).toEqual([1, 2]);
      const tab = await extension.newTab(page.origin);
      await until(
        'its end',
        () => recordsIn(extension),
        (all) => Object.values(all).some(({ site, told }) => site === 'curious' && told[0]),
      );
      const after = await tab.evaluate(() => (window as unknown as { seen: object }).seen);
      expect(after).toEqual(before);
      expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    },
  );

  const container = browserName === 'firefox' ? story : story.skip;
  container('keeps the sessions of containers apart', async ({ extension, onEnd }) => {
    const [shown] = await show(extension, ['cookie-moment'], onEnd);
    await expectAll(extension, [{ shown: shown!, expected: known }]);
    shown!.server.session.expireIn(200_000);
    await extension.lever.evaluate(async (url) => {
      await browser.tabs.create({ url, cookieStoreId: 'firefox-container-1' });
    }, addressOf(shown!));
    const records = await until(
      'both sessions',
      () => recordsIn(extension),
      (all) => Object.values(all).every(({ facts }) => facts.stated) && Object.keys(all).length === 2,
    );
    const [one, other] = Object.values(records)
      .map(({ facts }) => facts.stated!.at)
      .sort();
    expect(other! - one!).toBeGreaterThan(300_000);
  });
});

/** A page that looks at itself, and listens for what nobody should say. */
async function openCurious(): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isToken = request.url === '/token';
    response.setHeader('Content-Type', isToken ? 'application/json' : 'text/html');
    response.end(
      isToken ? '{"expires_in": 600}' : `<!doctype html><title>Curious</title><script>(${look})()</script>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://curious.own.localhost:${port}/`.replace(/\/$/, ''),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Runs in the page, before all else of it. */
function look(): void {
  const page = window as unknown as { seen: object; heard: string[] };
  page.heard = [];
  for (const type of [
    'session-guard:meet',
    'message',
    'error',
    'unhandledrejection',
    'securitypolicyviolation',
  ])
    for (const target of [window, document]) target.addEventListener(type, () => page.heard.push(type), true);
  // Only its own text says that something stands in for it.
  const about = (it: (...given: never[]) => unknown) => [
    String(it).includes('[native code]'),
    it.name,
    it.length,
    Object.getOwnPropertyNames(it).sort(),
  ];
  const names = Object.getOwnPropertyNames(window).sort();
  void fetch('/token').then(async (reply) => {
    const json = (await reply.json()) as object;
    const request = new XMLHttpRequest();
    request.open('GET', '/token');
    request.onload = () => {
      page.seen = {
        names,
        fetch: about(fetch),
        open: about(XMLHttpRequest.prototype.open as never),
        send: about(XMLHttpRequest.prototype.send as never),
        json,
        text: request.responseText,
        used: reply.bodyUsed,
        html: document.documentElement.outerHTML,
        asked: performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path === '/token'),
      };
    };
    request.send();
  });
}
