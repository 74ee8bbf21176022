import type { AxiosError, AxiosInstance, InternalAxiosRequestConfig } from 'axios';
import type { KyInstance } from 'ky';
import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { see, until, untilDialog, untilEvent, type Seen } from './prompt.ts';
import { callAxios, callFetch, callHtmx, callKy, type Call, type Got } from './recipes/calls.ts';
import { visitWith } from './recipes/page.ts';
import { everything, idle } from './site-pages.ts';
import { openSite, type Reply, type Site } from './site.ts';
import { signIn, story } from './story.ts';
import { pass, type Tab } from './tab.ts';

interface Client {
  recipe: string;
  call(tab: Tab, call: Call): Promise<Got>;
  /** What its caller has of a reply: of a refusal, of a request that failed, of one that was given up. */
  refused: string | null;
  failed: string;
  aborted: string;
  /** htmx leaves the page as it was. */
  keepsBody?: boolean;
}

const axios = { recipe: 'axios', refused: 'AxiosError', failed: 'AxiosError', aborted: 'CanceledError' };
const ky = { recipe: 'ky', refused: 'HTTPError', failed: 'NetworkError', aborted: 'TimeoutError' };

const clients: Record<string, Client> = {
  fetch: {
    recipe: 'fetch',
    call: (tab, call) => tab.page.evaluate(callFetch, call),
    refused: null,
    failed: 'TypeError',
    aborted: 'TimeoutError',
  },
  'axios, by XMLHttpRequest': {
    ...axios,
    call: (tab, call) => tab.page.evaluate(callAxios, { ...call, adapter: 'xhr' }),
  },
  'axios, by fetch': {
    ...axios,
    call: (tab, call) => tab.page.evaluate(callAxios, { ...call, adapter: 'fetch' }),
  },
  ky: { ...ky, call: (tab, call) => tab.page.evaluate(callKy, call) },
  'ky, by hooks': { ...ky, recipe: 'ky-hooks', call: (tab, call) => tab.page.evaluate(callKy, call) },
  htmx: {
    recipe: 'htmx',
    call: (tab, call) => tab.page.evaluate(callHtmx, call),
    refused: 'responseError',
    failed: 'sendError',
    aborted: 'sendAbort',
    keepsBody: true,
  },
};

describe.concurrent.each(Object.entries(clients))('The recipe for %s', (_, client) => {
  const { recipe, call } = client;

  story(
    'tells of a refusal: one look, the prompt, and the caller has its error',
    async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visitWith(recipe, tab, site, everything);
      site.sessions.end('session_expired');
      const since = Date.now();
      const got = await call(tab, { path: '/api/data' });
      expect(got).toMatchObject({ status: 401, error: client.refused });
      expect(got.body).toContain(client.keepsBody ? 'as it was' : 'session_expired');
      const ended = await untilEvent(tab, 'ended', { within: 5000 });
      expect(ended.detail).toMatchObject({ reason: 'expired', code: 'session_expired' });
      await untilDialog(tab);
      await pass(1000);
      expect(site.askedOf('/api/session', since)).toHaveLength(1);
      expect(site.askedOf('/api/data', since)).toHaveLength(1);
    },
  );

  story(
    'reads by itself why the session ended, where no look is possible',
    async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visitWith(recipe, tab, site, { 'expires-in': '300', 'sign-in-url': '/signin' });
      site.sessions.end('session_revoked');
      await call(tab, { path: '/api/data' });
      expect((await untilEvent(tab, 'ended', { within: 5000 })).detail).toMatchObject({ reason: 'revoked' });
    },
  );

  story('slides the idle limit by a request that the server saw', async ({ site, context, tab }) => {
    site.limitIdleTime(20);
    await signIn(context, site);
    await visitWith(recipe, tab, site, idle('20s'));
    const first = Date.parse((await see(tab)).endsAt ?? '');
    await pass(3000);
    const before = Date.now();
    const got = await call(tab, { path: '/api/data' });
    expect(got).toMatchObject({ status: 200, body: '{"rows":[1,2,3]}', error: null });
    const moved = ({ endsAt }: Seen): boolean => Date.parse(endsAt ?? '') - first > 2000;
    const { endsAt } = await until(tab, 'a later end', () => see(tab), moved, 1000);
    // From the request's start, by the page's clock.
    expect(Math.abs(Date.parse(endsAt ?? '') - before - 20_000)).toBeLessThan(1000);
    expect(site.askedOf('/api/data', before)).toHaveLength(1);
  });

  story('keeps silent about all else, and sends nothing again', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith(recipe, tab, site, everything);
    const others: Record<string, Reply> = {
      '/api/forbidden': { status: 403, body: { error: 'forbidden' } },
      '/api/limit': { status: 429, body: { error: 'too_many_requests' } },
      '/api/broken': { status: 500, body: { error: 'internal' } },
      '/api/login': { status: 401, body: { error: 'invalid_api_key' } },
    };
    site.answer('/api/dropped', { drop: true });
    site.answer('/api/slow', { hang: true });
    const since = Date.now();
    for (const [path, reply] of Object.entries(others)) {
      site.answer(path, reply);
      expect(await call(tab, { path })).toMatchObject({ status: reply.status, error: client.refused });
    }
    const none = { status: null };
    expect(await call(tab, { path: '/api/dropped' })).toMatchObject({ ...none, error: client.failed });
    expect(await call(tab, { path: '/api/slow', abortAfter: 300 })).toMatchObject({
      ...none,
      error: client.aborted,
    });
    await pass(2000);
    expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
    expect(site.askedOf('/api/session', since)).toEqual([]);
    // What browsers do by themselves after a connection that broke is theirs.
    for (const path of [...Object.keys(others), '/api/slow'])
      expect(site.askedOf(path), path).toHaveLength(1);
  });
});

const anonymous = ['fetch', 'axios, by fetch', 'ky', 'ky, by hooks'];

describe.concurrent.each(anonymous)('The recipe for %s', (name) => {
  const { recipe, call } = clients[name]!;

  story('keeps silent about a request without cookies', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith(recipe, tab, site, everything);
    const since = Date.now();
    expect(await call(tab, { path: '/api/data', credentials: 'omit' })).toMatchObject({ status: 401 });
    await pass(1000);
    expect(site.askedOf('/api/session', since)).toEqual([]);
  });
});

/** What a browser wants before a page of `origin` may read the reply. */
function shared(origin: string, server: Site, reply: Reply): () => Reply {
  const headers = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    // The last is what Firefox asks of axios by fetch.
    'Access-Control-Allow-Headers': 'HX-Request, HX-Current-URL, HX-Target, HX-Trigger, User-Agent',
  };
  return () => (server.asked.at(-1)?.method === 'OPTIONS' ? { status: 204, headers } : { ...reply, headers });
}

describe.concurrent.each(Object.entries(clients))('With an API on another origin, by %s', (_, client) => {
  story('its refusal counts only where that is listed', async ({ site, context, tab, onTestFinished }) => {
    const server = await openSite(300);
    onTestFinished(() => server.close());
    const refusal = { status: 401, body: { error: 'session_expired' } };
    server.answer('/api/data', shared(site.origin, server, refusal));
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith(client.recipe, tab, site, everything);
    site.sessions.end('session_expired');
    const since = Date.now();
    const call: Call = { path: `${server.origin}/api/data`, credentials: 'include' };
    expect(await client.call(tab, call)).toMatchObject({ status: 401, error: client.refused });
    await pass(1000);
    expect(site.askedOf('/api/session', since)).toEqual([]);

    const list = (origin: string): void =>
      document.querySelector('session-guard')?.setAttribute('observe-origins', origin);
    await tab.page.evaluate(list, server.origin);
    await client.call(tab, call);
    await untilDialog(tab, { within: 5000 });
    expect(site.askedOf('/api/session', since)).toHaveLength(1);
  });
});

/** `/api/data` refuses until `/api/refresh` was asked, which works only while it is allowed to. */
function refreshable(site: Site, works: boolean): void {
  let fresh = false;
  site.answer('/api/refresh', () => {
    fresh = works;
    return works ? { body: {} } : { status: 401, body: { error: 'session_expired' } };
  });
  site.answer('/api/data', () =>
    fresh ? { body: { rows: [] } } : { status: 401, body: { error: 'session_expired' } },
  );
}

const refreshing: Record<string, { recipe: string; call(tab: Tab): Promise<number | undefined> }> = {
  axios: {
    recipe: 'axios',
    call: (tab) =>
      tab.page.evaluate(async () => {
        const { recipe } = window as unknown as {
          recipe: { api: AxiosInstance; guardAxios(instance: AxiosInstance, guard: Element | null): void };
        };
        const api = recipe.api.create();
        api.interceptors.response.use(undefined, async (error: AxiosError) => {
          const config = error.config as InternalAxiosRequestConfig & { again?: boolean };
          if (config.again || !(await fetch('/api/refresh')).ok) throw error;
          return api({ ...config, again: true } as InternalAxiosRequestConfig);
        });
        recipe.guardAxios(api, document.querySelector('session-guard'));
        return api.get('/api/data').then(
          ({ status }) => status,
          ({ response }: AxiosError) => response?.status,
        );
      }),
  },
  'ky, in afterResponse': {
    recipe: 'ky-hooks',
    call: (tab) => tab.page.evaluate(callRefreshingKy, 'afterResponse'),
  },
  'ky, in beforeRetry': {
    recipe: 'ky-hooks',
    call: (tab) => tab.page.evaluate(callRefreshingKy, 'beforeRetry'),
  },
};

async function callRefreshingKy(hook: string): Promise<number | undefined> {
  const { recipe } = window as unknown as {
    recipe: { api: KyInstance; guardKy(instance: KyInstance, guard: Element | null): KyInstance };
  };
  const ky = recipe.api;
  const yours =
    hook === 'beforeRetry'
      ? ky.create({
          retry: { statusCodes: [401], limit: 1 },
          hooks: { beforeRetry: [async () => void (await fetch('/api/refresh'))] },
        })
      : ky.create({
          hooks: {
            afterResponse: [
              async ({ response, retryCount }) => {
                if (response.status !== 401 || retryCount > 0) return;
                if ((await fetch('/api/refresh')).ok) return ky.retry();
              },
            ],
          },
        });
  const api = recipe.guardKy(yours, document.querySelector('session-guard'));
  return api.get('/api/data').then(
    ({ status }) => status,
    ({ response }: { response?: Response }) => response?.status,
  );
}

describe.concurrent.each(Object.entries(refreshing))(
  'Around a silent refresh of %s',
  (_, { recipe, call }) => {
    story('the guard hears nothing of a refusal that was mended', async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visitWith(recipe, tab, site, everything);
      refreshable(site, true);
      const since = Date.now();
      expect(await call(tab)).toBe(200);
      await pass(1000);
      expect(site.askedOf('/api/data', since)).toHaveLength(2);
      expect(site.askedOf('/api/session', since)).toEqual([]);
    });

    story('and hears of one that was given up', async ({ site, context, tab }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      await visitWith(recipe, tab, site, everything);
      refreshable(site, false);
      site.sessions.end('session_expired');
      const since = Date.now();
      expect(await call(tab)).toBe(401);
      await untilDialog(tab);
      await pass(1000);
      expect(site.askedOf('/api/session', since)).toHaveLength(1);
    });
  },
);

describe.concurrent('ky’s own retries', () => {
  story('pass by the guard; a refusal is not retried', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith('ky', tab, site, everything);
    let broken = true;
    site.answer('/api/shaky', () => {
      const reply = broken ? { status: 503 } : { body: 'well' };
      broken = false;
      return reply;
    });
    const since = Date.now();
    const got = await tab.page.evaluate(callKy, { path: '/api/shaky', retry: 2 });
    expect(got).toEqual({ status: 200, body: 'well', error: null });
    expect(site.askedOf('/api/shaky')).toHaveLength(2);
    site.answer('/api/key', { status: 401, body: { error: 'invalid_api_key' } });
    expect(await tab.page.evaluate(callKy, { path: '/api/key', retry: 2 })).toMatchObject({ status: 401 });
    expect(site.askedOf('/api/key')).toHaveLength(1);
    expect(site.askedOf('/api/session', since)).toEqual([]);
  });
});

describe.concurrent('A server that redirects htmx to its sign-in page', () => {
  const away = { status: 302, headers: { Location: '/signin' } };

  story('has that page swapped in, where nothing guards', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith('fetch', tab, site, everything);
    await tab.page.addScriptTag({ url: '/node_modules/htmx.org/dist/htmx.js' });
    site.answer('/fragment', away);
    const got = await tab.page.evaluate(callHtmx, { path: '/fragment' });
    expect(got).toMatchObject({ status: 200, error: null });
    expect(got.body).toContain('Sign in');
  });

  story('costs a look, and leaves the fragment as it was', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith('htmx', tab, site, everything);
    site.answer('/fragment', away);
    site.sessions.end('session_expired');
    const since = Date.now();
    const got = await tab.page.evaluate(callHtmx, { path: '/fragment' });
    expect(got).toMatchObject({ status: 200, body: 'as it was' });
    expect(site.askedOf('/fragment')[0]?.headers.get('HX-Request')).toBe('true');
    await untilDialog(tab);
    expect(site.askedOf('/api/session', since)).toHaveLength(1);
  });

  story('slides no idle limit', async ({ site, context, tab }) => {
    site.limitIdleTime(20);
    await signIn(context, site);
    await visitWith('htmx', tab, site, idle('20s'));
    const { endsAt } = await see(tab);
    site.answer('/fragment', away);
    await pass(2000);
    await tab.page.evaluate(callHtmx, { path: '/fragment' });
    expect((await see(tab)).endsAt).toBe(endsAt);
  });

  story('is not meant where the page asked for the sign-in page', async ({ site, context, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    await visitWith('htmx', tab, site, everything);
    const got = await tab.page.evaluate(callHtmx, { path: '/signin?theme=dark' });
    expect(got.body).toContain('Sign in');
  });
});
