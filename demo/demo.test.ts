import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './start.ts';

const start = Date.UTC(2026, 4, 4, 10, 30);
const second = 1000;
let now = start;
let demo: Demo;

beforeAll(async () => {
  demo = await startDemo({ now: () => now, slowBy: 250, dist: await emptyFolder() });
});
afterAll(() => demo.close());
beforeEach(() => {
  now = start;
});

type Json = Record<string, unknown>;

interface Call {
  method?: string;
  token?: string;
  fingerprint?: string;
  body?: unknown;
}

async function call(path: string, { method = 'GET', token, fingerprint = 'this-browser', body }: Call = {}) {
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (fingerprint) headers.set('X-Client-Fingerprint', fingerprint);
  const reply = await fetch(new URL(path, demo.url), {
    method,
    headers,
    redirect: 'manual',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await reply.text();
  const isJson = /json/.test(reply.headers.get('Content-Type') ?? '');
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    json: (isJson ? JSON.parse(text) : {}) as Json,
  };
}

async function signIn(ttl = '60s'): Promise<string> {
  const { json } = await call(`/arcp/auth/login?ttl=${ttl}`, {
    method: 'POST',
    body: { username: 'ARCP', password: 'ARCP' },
  });
  return json.access_token as string;
}

const status = (token: string, fingerprint?: string) =>
  call('/arcp/auth/session_status', { token, fingerprint });
const renew = (token: string) => call('/arcp/auth/renew', { method: 'POST', token });
const at = (ms: number) => new Date(ms).toISOString();

async function emptyFolder(): Promise<URL> {
  return new URL(`${pathToFileURL(await mkdtemp(join(tmpdir(), 'session-guard-demo-'))).href}/`);
}

describe('sign-in', () => {
  it('replies as ARCP does, and with the idle timeout that was granted', async () => {
    const { status: code, json } = await call('/arcp/auth/login?ttl=30s', {
      method: 'POST',
      body: { username: 'ARCP', password: 'ARCP' },
    });
    expect(code).toBe(200);
    expect(json).toEqual({
      access_token: expect.any(String) as unknown,
      token_type: 'bearer',
      expires_in: 300,
      agent_id: null,
      session_timeout: 30,
    });
    const claims = decodeJwt(json.access_token as string);
    expect(claims).toMatchObject({ iat: start / second, exp: start / second + 300 });
    expect(claims.jti).toBeTruthy();
    expect(claims.sub).not.toContain('ARCP');
  });

  it.each([{ username: 'ARCP', password: 'wrong' }, { username: 'ARCP' }, 'ARCP', null, undefined])(
    'refuses %j, in words about credentials',
    async (body) => {
      const { status: code, headers, json } = await call('/arcp/auth/login', { method: 'POST', body });
      expect(code).toBe(401);
      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(json.type).toMatch(/authentication-failed$/);
      expect(JSON.stringify(json)).not.toMatch(/session/i);
    },
  );

  it('guesses neither a fingerprint nor a timeout', async () => {
    const body = { username: 'ARCP', password: 'ARCP' };
    expect((await call('/arcp/auth/login', { method: 'POST', body, fingerprint: '' })).status).toBe(400);
    expect((await call('/arcp/auth/login?ttl=60', { method: 'POST', body })).status).toBe(400);
  });
});

describe('a look', () => {
  it('states both ends', async () => {
    const token = await signIn();
    now += 10 * second;
    expect((await status(token)).json).toEqual({
      valid: true,
      user_id: 'ARCP',
      role: 'admin',
      agent_id: null,
      expires: start / second + 600,
      is_admin: true,
      session_exists: true,
      pin_set: false,
      idle_expires_at: at(start + 60 * second),
    });
  });

  it('does not slide the idle timeout', async () => {
    const token = await signIn();
    for (let looks = 0; looks < 5; looks += 1) {
      now += 10 * second;
      expect((await status(token)).json.idle_expires_at).toBe(at(start + 60 * second));
    }
    now += 10 * second;
    expect((await status(token)).status).toBe(401);
  });
});

describe('use', () => {
  it.each(['/arcp/agents', '/arcp/metrics', '/arcp/config'])('%s slides the idle timeout', async (path) => {
    const token = await signIn();
    now += 50 * second;
    expect((await call(path, { token })).status).toBe(200);
    now += 50 * second;
    expect((await status(token)).json.idle_expires_at).toBe(at(start + 110 * second));
    now += 10 * second;
    expect((await call(path, { token })).status).toBe(401);
  });

  it('saves a configuration, and refuses a wrong one by name', async () => {
    const token = await signIn();
    const { json: config } = await call('/arcp/config', { token });
    const changed = { ...config, shift_notes: 'All quiet.' };
    expect((await call('/arcp/config', { method: 'PUT', token, body: changed })).json).toEqual(changed);
    expect((await call('/arcp/config', { token })).json).toEqual(changed);

    const wrong = { ...changed, stale_after: '5' };
    const refused = await call('/arcp/config', { method: 'PUT', token, body: wrong });
    expect(refused).toMatchObject({ status: 422, json: { detail: expect.stringContaining('stale_after') } });
    expect((await call('/arcp/config', { token })).json).toEqual(changed);
  });
});

describe('the end', () => {
  it('comes by idleness, as ARCP words it', async () => {
    const token = await signIn();
    now += 60 * second;
    const { status: code, headers, json } = await call('/arcp/config', { token });
    expect(code).toBe(401);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(json).toEqual({
      type: 'https://arcp.0x001.tech/docs/problems/session-expired',
      title: 'Session Expired',
      status: 401,
      detail: 'Admin session has expired after 60 seconds of inactivity',
      instance: '/arcp/config',
      timestamp: at(now),
      request_id: expect.stringMatching(/^req_\w+$/) as unknown,
      session_timeout: 60,
      error_code: 'SESSION_EXPIRED',
    });
  });

  it('comes with the token, however busy the session was', async () => {
    const token = await signIn();
    for (let elapsed = 0; elapsed < 550; elapsed += 50) {
      now += 50 * second;
      expect((await call('/arcp/agents', { token })).status).toBe(200);
    }
    now += 50 * second;
    expect((await call('/arcp/agents', { token })).json.type).toMatch(/session-expired$/);
  });

  it('stays, even if the clock is set back', async () => {
    const token = await signIn();
    now += 60 * second;
    await status(token);
    now -= 30 * second;
    expect((await status(token)).status).toBe(401);
    expect((await renew(token)).status).toBe(401);
  });

  it.each([
    ['restart', 'session-not-found', 'SESSION_NOT_FOUND'],
    ['revoke', 'session-revoked', 'SESSION_REVOKED'],
    ['expire', 'session-expired', 'SESSION_EXPIRED'],
  ])('by %s is told as %s', async (lever, type, code) => {
    const token = await signIn();
    await call(`/arcp/debug/${lever}`, { method: 'POST', token });
    for (const path of ['/arcp/auth/session_status', '/arcp/agents']) {
      const { status: replied, json } = await call(path, { token });
      expect(replied).toBe(401);
      expect(json).toMatchObject({ type: expect.stringMatching(`${type}$`) as unknown, error_code: code });
    }
  });

  it('by sign-out leaves nothing', async () => {
    const token = await signIn();
    expect((await call('/arcp/auth/logout', { method: 'POST', token })).status).toBe(204);
    expect((await status(token)).json.type).toMatch(/session-not-found$/);
  });

  it('is told tersely where that is switched on', async () => {
    const token = await signIn();
    await call('/arcp/debug/faults', { method: 'POST', token, body: { bare: true } });
    now += 60 * second;
    const { json } = await status(token);
    expect(Object.keys(json)).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'instance',
      'timestamp',
      'request_id',
    ]);
  });
});

describe('renewing', () => {
  it('moves both ends and hands out a new token', async () => {
    const token = await signIn();
    now += 50 * second;
    const { status: code, json } = await renew(token);
    expect(code).toBe(200);
    expect(json).toMatchObject({
      expires_at: at(start + 650 * second),
      idle_expires_at: at(start + 110 * second),
    });
    expect(json.access_token).not.toBe(token);
    now += 50 * second;
    expect((await status(json.access_token as string)).json).toMatchObject({
      expires: start / second + 650,
      idle_expires_at: at(start + 110 * second),
    });
  });

  it.each(['GET', 'HEAD', 'PUT'])('is not done by %s', async (method) => {
    const token = await signIn();
    now += 50 * second;
    expect((await call('/arcp/auth/renew', { method, token })).status).toBe(404);
    now += 10 * second;
    expect((await status(token)).status).toBe(401);
  });

  it('is refused once the session is over, and changes nothing', async () => {
    const token = await signIn();
    now += 60 * second;
    const { status: code, json } = await renew(token);
    expect(code).toBe(401);
    expect(json).not.toHaveProperty('access_token');
    expect((await status(token)).status).toBe(401);
  });

  it('is refused after a revocation and after a restart', async () => {
    for (const lever of ['revoke', 'restart']) {
      const token = await signIn();
      await call(`/arcp/debug/${lever}`, { method: 'POST', token });
      expect((await renew(token)).status).toBe(401);
    }
  });
});

describe('strangers', () => {
  it('with another fingerprint are refused, and slide nothing', async () => {
    const token = await signIn();
    now += 50 * second;
    for (const fingerprint of ['another-browser', '']) {
      expect((await status(token, fingerprint)).json.type).toMatch(/session-invalid$/);
      expect((await call('/arcp/agents', { token, fingerprint })).status).toBe(401);
    }
    expect((await status(token)).json.idle_expires_at).toBe(at(start + 60 * second));
  });

  it('with no token, a forged one or one of another start are refused', async () => {
    const token = await signIn();
    const unsigned = `${btoa('{"alg":"none"}').replace(/=/g, '')}.${token.split('.')[1]}.`;
    for (const forged of [undefined, 'nonsense', `${token.slice(0, -4)}AAAA`, unsigned]) {
      expect((await call('/arcp/agents', { token: forged })).json.type).toMatch(/token-invalid$/);
      expect((await call('/arcp/debug/restart', { method: 'POST', token: forged })).status).toBe(401);
    }
    expect((await status(token)).status).toBe(200);

    const other = await startDemo({ now: () => now });
    try {
      const reply = await fetch(`${other.url}/arcp/agents`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(reply.status).toBe(401);
    } finally {
      await other.close();
    }
  });
});

describe('the debug view', () => {
  it('tells how the session stands, and moves nothing', async () => {
    const token = await signIn();
    now += 20 * second;
    await call('/arcp/agents', { token });
    now += 20 * second;
    await status(token);
    for (let asked = 0; asked < 3; asked += 1) await call('/arcp/debug/session', { token });
    expect((await call('/arcp/debug/session', { token })).json).toEqual({
      state: 'live',
      server_time: at(now),
      token_expires_at: at(start + 600 * second),
      faults: { slow: false, bare: false },
      idle_timeout: 60,
      idle_expires_at: at(start + 80 * second),
      last_used_at: at(start + 20 * second),
      last_use: 'GET /arcp/agents',
      requests: 1,
      renewals: 0,
      looks: 1,
    });
  });

  it('tells no token, id or fingerprint', async () => {
    const token = await signIn();
    const { sid, jti, sub } = decodeJwt(token);
    const { text } = await call('/arcp/debug/session', { token });
    for (const secret of [token, sid, jti, sub, 'this-browser', 'ARCP"']) {
      expect(text).not.toContain(secret);
    }
  });

  it('tells a stranger nothing', async () => {
    const token = await signIn();
    const { json } = await call('/arcp/debug/session', { token, fingerprint: 'another-browser' });
    expect(json.state).toBe('not-found');
    expect((await call('/arcp/debug/session')).json).toEqual({ state: 'no-token', server_time: at(now) });
  });
});

it('answers late where that is switched on, and for that session only', async () => {
  const slow = await signIn();
  const quick = await signIn();
  await call('/arcp/debug/faults', { method: 'POST', token: slow, body: { slow: true, bare: 'yes' } });
  const took = async (work: Promise<unknown>) => {
    const since = performance.now();
    await work;
    return performance.now() - since;
  };
  expect(await took(status(slow))).toBeGreaterThan(240);
  expect(await took(call('/arcp/agents', { token: slow }))).toBeGreaterThan(240);
  expect(await took(call('/arcp/debug/session', { token: slow }))).toBeLessThan(200);
  expect(await took(status(quick))).toBeLessThan(200);
  expect((await call('/arcp/debug/session', { token: slow })).json.faults).toEqual({
    slow: true,
    bare: false,
  });
});

describe('pages', () => {
  let built: Demo;

  beforeAll(async () => {
    const dist = await emptyFolder();
    await mkdir(new URL('lib/component/', dist), { recursive: true });
    await writeFile(new URL('standalone.js', dist), 'export {};');
    await writeFile(new URL('lib/component/guard-fetch.js', dist), 'export {};');
    await writeFile(new URL('private.js', dist), 'export {};');
    built = await startDemo({ dist });
  });
  afterAll(() => built.close());

  const get = async (path: string, from = built) => {
    const reply = await fetch(from.url + path);
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  };

  it.each([
    '/',
    '/arcp/',
    '/arcp/signin',
    '/arcp/signout',
    '/arcp/agents',
    '/arcp/auth/session_status',
    '/assets/demo.css',
    '/arcp/assets/dashboard.js',
    '/session-guard/standalone.js',
    '/nowhere',
  ])('%s has the strict headers', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types session-guard lit-html',
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBeTruthy();
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(['/', '/arcp/', '/arcp/signin', '/arcp/signout'])('%s holds nothing inline', async (path) => {
    const { status: code, headers, text } = await get(path);
    expect(code).toBe(200);
    expect(headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  });

  it('the dashboard embeds the element', async () => {
    const { text } = await get('/arcp/');
    expect(text).toMatch(/<session-guard\s[^>]*session-url="\/arcp\/auth\/session_status"/);
  });

  it('the sign-in page takes its idle timeout from itself, else from the page to go back to', async () => {
    const selected = async (query: string) =>
      /value="(\w+)" selected/.exec((await get(`/arcp/signin${query}`)).text)?.[1];
    expect(await selected('')).toBe('60s');
    expect(await selected('?ttl=45s')).toBe('45s');
    expect(await selected('?return_to=%2Farcp%2F%3Fttl%3D60m')).toBe('3600s');
    expect(await selected('?ttl=forever')).toBe('60s');
  });

  it('serves every script a page asks for, types stripped', async () => {
    const seen = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status: code, headers, text } = await get(path);
      expect(code, path).toBe(200);
      expect(headers.get('Content-Type'), path).toMatch(/^text\/javascript/);
      expect(text, path).not.toMatch(/\binterface \w+ {|import type/);
      const found = [...text.matchAll(/from ['"](\.[^'"]+)['"]/g)].map(([, file = '']) => file);
      for (const file of found) await follow(new URL(file, built.url + path).pathname);
    };
    for (const page of ['/arcp/', '/arcp/signin', '/arcp/signout']) {
      const { text } = await get(page);
      for (const [, script = ''] of text.matchAll(/<script[^>]* src="([^"]+)"/g)) await follow(script);
    }
    expect(seen.size).toBeGreaterThan(8);
  });

  it('serves the built files and nothing around them', async () => {
    expect((await get('/session-guard/standalone.js')).text).toBe('export {};');
    expect((await get('/session-guard/lib/component/guard-fetch.js')).status).toBe(200);
    for (const path of [
      '/session-guard/private.js',
      '/session-guard/lib/..%2fprivate.js',
      '/session-guard/lib/%2e%2e/%2e%2e/package.json',
      '/arcp/assets/..%2froutes.js',
      '/arcp/assets/nothing.js',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('says what to do when the build is missing', async () => {
    const { status: code, text } = await get('/arcp/', demo);
    expect(code).toBe(503);
    expect(text).toContain('npm run build');
    expect((await get('/session-guard/standalone.js', demo)).text).toContain('npm run build');
    expect((await get('/', demo)).status).toBe(200);
  });
});

describe('starting', () => {
  let taken: Demo | undefined;
  afterEach(() => taken?.close());

  it('rejects when the port is taken', async () => {
    taken = await startDemo();
    const port = Number(new URL(taken.url).port);
    await expect(startDemo({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is reached by loopback only, and closes with a request under way', async () => {
    const slow = await startDemo({ slowBy: 60_000 });
    expect(new URL(slow.url).hostname).toBe('127.0.0.1');
    const headers = { 'X-Client-Fingerprint': 'f' };
    const login = await fetch(`${slow.url}/arcp/auth/login`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ username: 'ARCP', password: 'ARCP' }),
    });
    const { access_token } = (await login.json()) as { access_token: string };
    const signed = { ...headers, Authorization: `Bearer ${access_token}` };
    await fetch(`${slow.url}/arcp/debug/faults`, { method: 'POST', headers: signed, body: '{"slow":true}' });
    const waiting = expect(fetch(`${slow.url}/arcp/agents`, { headers: signed })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await slow.close();
    await waiting;
  });
});

it('states the time of its own clock', async () => {
  expect((await call('/arcp/agents')).headers.get('Date')).toBe(new Date(start).toUTCString());
});
