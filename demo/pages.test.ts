import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type Demo } from './start.ts';
import { builtFolder, start, useDemo } from './testing.ts';

/** Trust Leads' dashboard is only for who is signed in: it has a test of its own. */
const pages = [
  '/',
  '/arcp/',
  '/arcp/signin',
  '/arcp/signout',
  '/arcp/signed-in',
  '/arcp/sso/done',
  '/asterwise/',
  '/asterwise/signin',
  '/asterwise/signout',
  '/asterwise/signed-in',
  '/asterwise/verify',
  '/trust-leads/signin',
  '/trust-leads/signout',
  '/trust-leads/signed-in',
  '/trust-leads/second-step',
];

const { call } = useDemo();
let built: Demo;

beforeAll(async () => {
  const dist = await builtFolder();
  await writeFile(new URL('private.js', dist), 'export {};');
  built = await startDemo({ dist });
});
afterAll(() => built.close());

const get = async (path: string) => {
  const reply = await fetch(built.url + path);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};

it.each([
  ...pages,
  '/arcp/agents',
  '/arcp/auth/session_status',
  '/asterwise/api/dashboard',
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

it.each(pages)('%s holds nothing inline', async (path) => {
  const { status: code, headers, text } = await get(path);
  expect(code).toBe(200);
  expect(headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
});

it('the dashboards embed the element', async () => {
  expect((await get('/arcp/')).text).toMatch(
    /<session-guard\s[^>]*session-url="\/arcp\/auth\/session_status"/,
  );
  expect((await get('/asterwise/')).text).toMatch(
    /<session-guard\s[^>]*renew-url="\/asterwise\/api\/dashboard"\s+renew-method="GET"/,
  );
});

it('the flow has a session of its own name, and no way to renew it', async () => {
  const { text } = await get('/asterwise/verify');
  expect(text).toMatch(
    /<session-guard\s+session-name="asterwise-flow"\s+restart-url="\/asterwise\/verify\?begin"\s*><\/session-guard>/,
  );
});

it('the sign-in pages take how long from themselves, else from the page to go back to', async () => {
  for (const signin of pages.filter((page) => page.endsWith('/signin'))) {
    const selected = async (query: string) =>
      /value="(\w+)" selected/.exec((await get(signin + query)).text)?.[1];
    expect(await selected('')).toBe('60s');
    expect(await selected('?ttl=45s')).toBe('45s');
    expect(await selected('?return_to=%2Farcp%2F%3Fttl%3D60m')).toBe('3600s');
    expect(await selected('?ttl=forever')).toBe('60s');
  }
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
  for (const page of pages) {
    const { text } = await get(page);
    for (const [, script = ''] of text.matchAll(/<script[^>]* src="([^"]+)"/g)) await follow(script);
  }
  expect(seen.size).toBeGreaterThan(30);
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
    '/assets/..%2farcp%2fassets%2ficon.svg',
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
});

it('says what to do when the build is missing', async () => {
  const { status: code, text } = await call('/arcp/');
  expect(code).toBe(503);
  expect(text).toContain('npm run build');
  expect((await call('/session-guard/standalone.js')).text).toContain('npm run build');
  expect((await call('/')).status).toBe(200);
});

it('states the time of its own clock', async () => {
  expect((await call('/arcp/agents')).headers.get('Date')).toBe(new Date(start).toUTCString());
});
