import { afterAll, beforeAll, beforeEach } from 'vitest';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDemo, type Demo } from './start.ts';

/** Where each test's clock begins. */
export const start = Date.UTC(2026, 4, 4, 10, 30);
export const second = 1000;
export const at = (ms: number): string => new Date(ms).toISOString();

export interface Call {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  /** JSON, or a form. */
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** A demo for the tests of one file, with a clock that they turn. Nothing is built unless `dist` says so. */
export function useDemo(dist = emptyFolder) {
  const clock = { now: start };
  let demo: Demo;

  beforeAll(async () => {
    demo = await startDemo({ now: () => clock.now, slowBy: 250, dist: await dist() });
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    clock.now = start;
  });

  async function call(path: string, options: Call = {}): Promise<Answer> {
    const { method = 'GET', token, body } = options;
    const headers = new Headers(options.headers);
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const reply = await fetch(new URL(path, demo.url), {
      method,
      headers,
      redirect: 'manual',
      body: body === undefined || body instanceof URLSearchParams ? body : JSON.stringify(body),
    });
    const text = await reply.text();
    const isJson = /json/.test(reply.headers.get('Content-Type') ?? '') && text !== '';
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      json: isJson ? (JSON.parse(text) as Answer['json']) : {},
    };
  }

  return {
    clock,
    call,
    origin: () => demo.url,
    /** Of the identity provider. */
    identity: () => demo.identityUrl,
  };
}

export async function emptyFolder(): Promise<URL> {
  return new URL(`${pathToFileURL(await mkdtemp(join(tmpdir(), 'session-guard-demo-'))).href}/`);
}

/** As after a build, as far as the server looks. */
export async function builtFolder(): Promise<URL> {
  const dist = await emptyFolder();
  await mkdir(new URL('lib/component/', dist), { recursive: true });
  await writeFile(new URL('standalone.js', dist), 'export {};');
  await writeFile(new URL('lib/component/guard-fetch.js', dist), 'export {};');
  return dist;
}
