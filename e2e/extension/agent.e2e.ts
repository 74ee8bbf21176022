import type { Page } from 'puppeteer-core';
import { describe, expect, test as plain } from 'vitest';
import type { AgentOrders, ToAgent } from '../../extension/messages.ts';
import { openSite, type Site } from '../site.ts';
import { browserName } from '../story.ts';
import { pass } from '../tab.ts';
import { openStandIn, type StandIn } from './stand-in.ts';
import { until } from './view.ts';

const test = plain
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  .extend('standIn', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const standIn = await openStandIn(browserName);
    onCleanup(() => standIn.close());
    return standIn;
  })
  // eslint-disable-next-line no-empty-pattern
  .extend('site', async ({}, { onCleanup }) => {
    const site = await openSite(600);
    site.answer('/p', { headers: html, body: '<!doctype html><title>p</title><button>press</button>' });
    onCleanup(() => site.close());
    return site;
  })
  .extend('page', async ({ standIn }, { onCleanup }) => {
    const page = await standIn.browser.newPage();
    onCleanup(() => page.close());
    return page;
  })
  .extend('world', ({ standIn, site, page }, { onCleanup }) => {
    onCleanup(() => expect(standIn.refused).toEqual([]));
    return { standIn, site, page };
  });

const html = { 'content-type': 'text/html' };

const orders = (site: Site, more: Partial<AgentOrders> = {}): AgentOrders => ({
  order: 'orders',
  match: [`${site.origin}/*`],
  hosts: [],
  signs: [],
  wantsInput: false,
  ...more,
});

async function open(
  { standIn, site, page }: { standIn: StandIn; site: Site; page: Page },
  given: Partial<AgentOrders> | undefined,
  path = '/p',
  ...behind: ToAgent[]
): Promise<void> {
  standIn.expect(given && orders(site, given), ...behind);
  await page.goto(site.origin + path);
  await until('hello', async () => standIn.of('hello').length > 0);
}

const settled = () => pass(400);

/** A request whose reply the page reads, and what it was. */
const ask = (page: Page, url: string, init?: RequestInit) =>
  page.evaluate(
    (to, how) =>
      fetch(to, how).then(
        async (reply) => [reply.status, await reply.text()],
        (error: unknown) => String(error),
      ),
    url,
    init,
  );

const paths = (standIn: StandIn) =>
  standIn.of('sign').map(({ sign, url }) => [sign, url && new URL(url).pathname]);

describe('The agent in a page', () => {
  test('tells replies by their status: of documents, fetch and XHR, and of refusals only', async ({
    world,
  }) => {
    const { standIn, site, page } = world;
    const signs = [{ place: 2, url: '/*', status: [401, 403], means: 'look' }];
    for (const [path, status] of [
      ['/none', 401],
      ['/xhr', 403],
      ['/fine', 200],
    ] as const)
      site.answer(path, { status, body: { a: 1 } });
    site.answer('/moved', { status: 302, headers: { location: '/none' } });
    site.answer('/p401', { status: 401, headers: html, body: '<!doctype html><title>no</title>' });

    await open(world, { signs }, '/p401');
    await until('the document', async () => paths(standIn).length > 0);
    expect(paths(standIn)).toEqual([[2, '/p401']]);

    for (const send of ['fetch', 'xhr', 'moved', 'fine'] as const) {
      await open(world, { signs });
      await settled();
      if (send === 'xhr')
        await page.evaluate(
          () =>
            new Promise((done) => {
              const xhr = new XMLHttpRequest();
              xhr.open('GET', '/xhr');
              xhr.onloadend = done;
              xhr.send();
            }),
        );
      else await ask(page, { fetch: '/none?who=me', moved: '/moved', fine: '/fine' }[send]);
      await settled();
      const expected = { fetch: [[2, '/none']], xhr: [[2, '/xhr']], moved: [], fine: [] }[send];
      expect([send, paths(standIn)]).toEqual([send, expected]);
      const [sign] = standIn.of('sign');
      if (sign) expect(Math.abs(sign.requestedAt - Date.now())).toBeLessThan(3000);
    }
  });

  test('counts what a server said, not what the cache keeps', async ({ world }) => {
    const { standIn, site, page } = world;
    site.answer('/kept', { headers: { 'cache-control': 'max-age=60' }, body: { a: 1 } });
    await open(world, undefined);
    await ask(page, '/kept');
    await open(world, { signs: [{ place: 1, url: '/kept', status: '2xx', means: 'counted' }] });
    await ask(page, '/kept');
    await settled();
    expect(site.askedOf('/kept')).toHaveLength(1);
    expect(paths(standIn)).toEqual([]);
    await ask(page, '/kept', { cache: 'no-store' });
    await until('the sign', async () => paths(standIn).length > 0);
  });

  test('is silent where nobody guards, and leaves nothing that the page could see', async ({ world }) => {
    const { standIn, site, page } = world;
    const script = `window.seen=[];window.names=0;new MutationObserver((r)=>seen.push('dom'+r.length)).observe(document,{subtree:true,childList:true,attributes:true});
      window.names=Object.getOwnPropertyNames(window).length;for(const n of ['error','unhandledrejection','message'])addEventListener(n,()=>seen.push(n))`;
    site.answer('/quiet', { headers: html, body: `<!doctype html><body><script>${script}</script>` });
    const printed: string[] = [];
    page.on('console', (message) => printed.push(message.text()));
    await open(world, { signs: [{ place: 1, page: 'form', means: 'ended' }], wantsInput: true }, '/quiet');
    await settled();
    const left = await page.evaluate(() => {
      const { seen, names } = window as unknown as { seen: string[]; names: number };
      return [seen, Object.getOwnPropertyNames(window).length - names, Object.getOwnPropertySymbols(window)];
    });
    expect(left).toEqual([[], 0, []]);
    expect(printed).toEqual([]);

    await open(world, undefined);
    await settled();
    standIn.said.length = 0;
    await page.click('button');
    await page.goto('about:blank');
    await settled();
    expect(standIn.said).toEqual([]);
  });

  test('tells the first input of a person, and no other', async ({ world }) => {
    const { standIn, page } = world;
    await open(world, { wantsInput: true });
    await settled();
    await page.evaluate(() =>
      document.querySelector('button')!.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true })),
    );
    await settled();
    expect(standIn.of('input')).toEqual([]);
    await page.click('button');
    await page.click('button');
    await until('the input', async () => standIn.of('input').length > 0);
    await settled();
    expect(standIn.of('input')).toHaveLength(1);
  });

  test('sends what it is asked from the page’s own origin, and follows no redirect', async ({ world }) => {
    const { standIn, site, page } = world;
    site.answer('/renew', { body: { ok: true }, headers: { 'x-secret': 's' } });
    site.answer('/moved', { status: 302, headers: { location: '/renew' } });
    await open(world, {});
    await page.evaluate(() => void (document.cookie = 'xsrf=t%20x; SameSite=Strict'));
    const asked = (path: string, more = {}) =>
      ({ order: 'ask', id: path, kind: 'renew', url: site.origin + path, method: 'POST', ...more }) as const;
    standIn.order(asked('/renew', { csrf: { name: 'xsrf', header: 'x-xsrf' }, body: '{}' }));
    await until('the answer', async () => standIn.of('answer').length === 1);
    const [request] = site.askedOf('/renew');
    expect(request!.method).toBe('POST');
    expect(Object.fromEntries(request!.headers)).toMatchObject({
      origin: site.origin,
      cookie: 'xsrf=t%20x',
      'x-xsrf': 't x',
    });
    expect(standIn.of('answer')[0]).toMatchObject({
      id: '/renew',
      status: 200,
      type: 'basic',
      body: '{"ok":true}',
    });
    expect(standIn.of('answer')[0]!.headers).not.toHaveProperty('x-secret');

    standIn.order(asked('/moved'));
    standIn.order(asked('/late', { before: Date.now() - 1 }));
    standIn.order({ ...asked('/other'), url: 'http://localhost:1/other' });
    await until('the answers', async () => standIn.of('answer').length === 4);
    const by = (id: string) => standIn.of('answer').find((each) => each.id === id)!;
    expect(by('/moved')).toMatchObject({ status: 0, type: 'opaqueredirect' });
    expect([by('/late').status, by('/other').status]).toEqual([undefined, undefined]);
    expect(site.askedOf('/renew')).toHaveLength(1);
    expect(site.askedOf('/late')).toEqual([]);
  });

  test('says that it could not, where the page’s policy forbids it all requests', async ({ world }) => {
    const { standIn, site } = world;
    const policy = { 'content-security-policy': "default-src 'none'" };
    site.answer('/closed', { headers: { ...html, ...policy }, body: '<!doctype html><title>x</title>' });
    site.answer('/look', { body: { ok: true } });
    await open(world, {}, '/closed');
    standIn.order({ order: 'ask', id: '1', kind: 'look', url: `${site.origin}/look`, method: 'GET' });
    await until('the answer', async () => standIn.of('answer').length > 0);
    expect(standIn.of('answer')[0]!.status).toBe(browserName === 'firefox' ? undefined : 200);
  });

  test('reads an element in an open shadow root, however often it speaks', async ({ world }) => {
    const { standIn, page } = world;
    await open(world, {});
    await settled();
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      const element = document.createElement('session-guard');
      host.attachShadow({ mode: 'open' }).append(element);
      element.setAttribute('phase', 'active');
      for (let count = 0; count < 10_000; count++) {
        element.setAttribute('ends-at', `2026-11-20T10:00:00.${count}Z`);
        element.dispatchEvent(new CustomEvent('session-guard-change', { bubbles: true, composed: true }));
      }
      setTimeout(() => host.remove(), 1500);
    });
    await until('its end', async () => standIn.of('element').at(-1)?.phase === '');
    expect(standIn.of('element')[0]).toMatchObject({ phase: 'active', endsAt: '2026-11-20T10:00:00.9999Z' });
    expect(standIn.of('element').length).toBeLessThanOrEqual(3);
  });

  test('works where elements of the page have the names of the platform', async ({ world }) => {
    const { standIn, site } = world;
    const names = ['browser', 'querySelectorAll', 'querySelector', 'runtime'];
    const elements = names.map((name) => `<form id="${name}" name="${name}"><input name="runtime"></form>`);
    site.answer('/names', { headers: html, body: `<!doctype html>${elements.join('')}<p class="over">` });
    await open(world, { signs: [{ place: 4, page: 'p.over', means: 'ended' }] }, '/names');
    await until('the sign', async () => standIn.of('sign').length === 1);
  });

  test('tells one sign where a page makes hundreds of requests', async ({ world }) => {
    const { standIn, page, site } = world;
    site.answer('/many', { body: {} });
    await open(world, {
      signs: [
        { place: 1, url: '/many', means: 'counted' },
        { place: 2, url: '/*', status: 401, means: 'ended' },
      ],
    });
    await page.evaluate(() =>
      Promise.all(Array.from({ length: 200 }, () => fetch('/many').then((it) => it.text()))),
    );
    await settled();
    expect(standIn.of('sign')).toHaveLength(1);
  });
});

describe('The reader and the observer', () => {
  const observe = (site: Site): ToAgent => ({
    order: 'observe',
    match: [`${site.origin}/*`],
    hosts: [],
    sources: [{ place: 3, url: '/login', path: '/expires_in', unit: 'in-s' }],
    signs: [{ place: 5, url: '/me', at: '/user', is: null, means: 'ended' }],
  });

  const soon = () => Math.floor(Date.now() / 1000) + 600;
  const jwt = (exp: number) =>
    `e30.${Buffer.from(JSON.stringify({ exp, sub: 'me' })).toString('base64url')}.secret`;

  test('come a second time after an update, and take over from those before', async ({ world }) => {
    const { standIn, site, page } = world;
    site.answer('/login', { body: { expires_in: 600 } });
    await open(world, { wantsInput: true }, '/p', observe(site));
    await settled();
    standIn.order({ order: 'again' });
    await until('hello of the newer', async () => standIn.of('hello').length === 2);
    await settled();
    await page.click('button');
    await ask(page, '/login');
    await pass(1500);
    expect(standIn.of('input')).toHaveLength(1);
    expect(standIn.of('value')).toHaveLength(1);
  });

  test('tell when a token in storage ends, and never the token', async ({ world }) => {
    const { standIn, page } = world;
    const read = { order: 'read', sources: [{ place: 1, area: 'local', key: 'token', as: 'jwt' }] } as const;
    const exp = soon();
    await open(world, {}, '/p', { ...read, sources: [...read.sources] });
    await until('a value', async () => standIn.of('value').length === 1);
    expect(standIn.of('value')[0]).not.toHaveProperty('expiresAt');
    await page.evaluate((token) => localStorage.setItem('token', token), jwt(exp));
    await ask(page, '/p');
    await until(
      'the moment',
      async () => standIn.of('value').at(-1)?.expiresAt === exp * 1000,
      Boolean,
      8000,
    );
    expect(JSON.stringify(standIn.said)).not.toContain('secret');
    await page.evaluate(() => localStorage.clear());
  });

  test('hear replies that pass, those before the rules came, too', async ({ world }) => {
    const { standIn, site, page } = world;
    site.answer('/login', { body: { access_token: 'secret', expires_in: 600 } });
    site.answer('/me', { body: { user: null } });
    const script = `window.first = fetch('/login').then((reply) => reply.json())`;
    site.answer('/app', { headers: html, body: `<!doctype html><script>${script}</script>` });
    await open(world, {}, '/app', observe(site));
    await until('the value', async () => standIn.of('value').length > 0);
    const [value] = standIn.of('value');
    expect(value).toMatchObject({ source: 3, relative: true });
    expect(Math.abs(value!.expiresAt! - Date.now() - 600_000)).toBeLessThan(3000);
    expect(await page.evaluate(() => (window as unknown as { first: unknown }).first)).toEqual({
      access_token: 'secret',
      expires_in: 600,
    });
    for (const type of ['', 'json', 'text', 'arraybuffer', 'blob'] as const) {
      await pass(2100);
      standIn.said.length = 0;
      const got = await page.evaluate(
        (as) =>
          new Promise((done) => {
            const xhr = new XMLHttpRequest();
            xhr.open('GET', '/me');
            xhr.responseType = as;
            xhr.onload = () => done([xhr.status, !!xhr.response]);
            xhr.send();
          }),
        type,
      );
      expect(got).toEqual([200, true]);
      await until(`the sign with ${type}`, async () => paths(standIn).length === 1);
      expect(paths(standIn)).toEqual([[5, '/me']]);
    }
    expect(JSON.stringify(standIn.said)).not.toContain('secret');
  }, 90_000);

  test('change nothing for the page', async ({ world }) => {
    const { site, page } = world;
    site.answer('/me', { body: { user: null } });
    site.answer('/drop', { drop: true });
    await open(world, {}, '/p', observe(site));
    await settled();
    const found = await page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const fresh = frame.contentWindow as unknown as typeof globalThis;
      const alike = (one: object, other: object) =>
        JSON.stringify(Object.getOwnPropertyDescriptors(one)) ===
        JSON.stringify(Object.getOwnPropertyDescriptors(other));
      const unhandled: string[] = [];
      addEventListener('unhandledrejection', (event) => {
        unhandled.push(String(event.reason));
        event.preventDefault();
      });
      void fetch('/drop');
      const caught = await fetch('/drop').catch((error: unknown) => String(error));
      const controller = new AbortController();
      const left = fetch('/me', { signal: controller.signal }).catch((error: Error) => error.name);
      controller.abort();
      const reply = await fetch(new Request('/me'));
      const before = reply.bodyUsed;
      const reader = reply.body!.getReader();
      await reader.read();
      const sync = new XMLHttpRequest();
      sync.open('GET', '/me', false);
      sync.send();
      await new Promise((done) => setTimeout(done, 300));
      let isConstructor = true;
      try {
        new (fetch as unknown as new (it: string) => unknown)('/me');
      } catch {
        isConstructor = false;
      }
      const others = fresh.XMLHttpRequest.prototype;
      return {
        fetch: alike(fetch, fresh.fetch),
        open: alike(XMLHttpRequest.prototype.open, others.open),
        send: alike(XMLHttpRequest.prototype.send, others.send),
        keys: Object.keys(Object.getOwnPropertyDescriptor(window, 'fetch')!).join(),
        text: /\[native code\]/.test(Function.prototype.toString.call(fetch)),
        isConstructor,
        unhandled: unhandled.length,
        caught: caught === unhandled[0],
        left: await left,
        before,
        sync: sync.responseText,
        wrong: await (fetch.call as (self: unknown, url: string) => Promise<unknown>)({}, '/me').catch(
          (error: Error) => error.name,
        ),
      };
    });
    expect(found).toEqual({
      fetch: true,
      open: true,
      send: true,
      keys: 'value,writable,enumerable,configurable',
      text: true,
      isConstructor: false,
      unhandled: 1,
      caught: true,
      left: 'AbortError',
      before: false,
      sync: '{"user":null}',
      wrong: 'TypeError',
    });
  });
});
