import { afterAll, beforeAll, beforeEach } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
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
  fingerprint?: string;
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** A demo for the tests of one file, with a clock that they turn. Nothing is built. */
export function useDemo() {
  const clock = { now: start };
  let demo: Demo;

  beforeAll(async () => {
    demo = await startDemo({ now: () => clock.now, slowBy: 250, dist: await emptyFolder() });
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    clock.now = start;
  });

  async function call(path: string, options: Call = {}): Promise<Answer> {
    const { method = 'GET', token, fingerprint = 'this-browser', body } = options;
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
    async signIn(): Promise<string> {
      const { json } = await call('/arcp/auth/login', {
        method: 'POST',
        body: { username: 'ARCP', password: 'ARCP' },
      });
      return json.access_token as string;
    },
    status: (token: string, fingerprint?: string) =>
      call('/arcp/auth/session_status', { token, fingerprint }),
    renew: (token: string) => call('/arcp/auth/renew', { method: 'POST', token }),
  };
}

export async function emptyFolder(): Promise<URL> {
  return new URL(`${pathToFileURL(await mkdtemp(join(tmpdir(), 'session-guard-demo-'))).href}/`);
}
