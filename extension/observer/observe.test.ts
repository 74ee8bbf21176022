import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rules, Told } from './channel.ts';
import { createObserving, patience, type Passing } from './observe.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
const rules: Rules = {
  match: ['https://app.test/*'],
  hosts: [],
  sources: [{ place: 1, url: '/auth/login', path: '/expires_in', unit: 'in-s' }],
  signs: [{ place: 7, url: '/api/me', at: '/user', is: null, means: 'ended' }],
};

let told: Told[];
let kept: number;
let dropped: number;
let dropEarly: (() => void) | undefined;
let observing: ReturnType<typeof createObserving>;

beforeEach(() => {
  [told, kept, dropped, dropEarly] = [[], 0, 0, undefined];
  observing = createObserving(
    (ms, run) => {
      expect(ms).toBe(patience);
      dropEarly = run;
    },
    (each) => told.push(each),
  );
});

function pass(path: string, json: unknown, more: Partial<Passing> & { type?: string; size?: string } = {}) {
  const { type = 'application/json; charset=utf-8', size = null, ...given } = more;
  observing.see({
    url: `https://app.test${path}`,
    method: 'GET',
    status: 200,
    headers: { get: (name) => ({ 'content-type': type, 'content-length': size })[name] ?? null },
    requestedAt: start,
    receivedAt: start + 100,
    keep: () => {
      kept++;
      return { json: async () => json, drop: () => void dropped++ };
    },
    ...given,
  });
}

describe('The observer', () => {
  test('tells the moment that a named reply brings, and nothing else of it', async () => {
    observing.follow(rules);
    pass('/auth/login', { access_token: 'secret', expires_in: 600 });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({ tell: 'value', place: 1, expiresAt: start + 600_000, relative: true });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('tells a sign by its status alone, reads no body for it, and lets the first that holds decide', async () => {
    const refused = { place: 8, url: '/api/*', status: 401, means: 'ended' };
    const here = { place: 9, url: '/api/*', status: 200, means: 'alive' };
    pass('/api/early', {}, { status: 401, type: 'text/html' });
    observing.follow({ ...rules, signs: [...rules.signs, refused, here] });
    pass('/api/data', {}, { status: 401 });
    expect(told).toMatchObject([
      { place: 8, url: 'https://app.test/api/early' },
      { place: 8, url: 'https://app.test/api/data' },
    ]);
    expect(kept).toBe(0);
    pass('/api/me', { user: null });
    pass('/api/me', { user: 'me' });
    await vi.waitFor(() => expect(told).toHaveLength(4));
    expect(told.slice(2)).toMatchObject([{ place: 7 }, { place: 9 }]);
  });

  test('tells a sign by its place, without the query', async () => {
    observing.follow(rules);
    pass('/api/me?who=me', { user: null });
    pass('/api/me', { user: 'me' });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toEqual({ tell: 'sign', place: 7, requestedAt: start, url: 'https://app.test/api/me' });
  });

  test('tells what a refusal means, and takes no moment from it', async () => {
    observing.follow({ ...rules, signs: [{ ...rules.signs[0]!, url: '/auth/login' }] });
    pass('/auth/login', { user: null, expires_in: 600 }, { status: 401 });
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({ tell: 'sign', place: 7 });
  });

  test.each([
    ['of another address', '/api/other', {}],
    ['of another site', '/auth/login', { url: 'https://other.test/auth/login' }],
    ['that is no JSON', '/auth/login', { type: 'text/html' }],
    ['that is long', '/auth/login', { size: '65537' }],
    ['that was refused, for a source', '/auth/login', { status: 401 }],
  ])('takes no copy of a reply %s', (_, path, more) => {
    observing.follow(rules);
    pass(path, {}, more);
    expect(kept).toBe(0);
  });

  test('keeps replies that come before the rules, and reads those that are named', async () => {
    pass('/api/other', {});
    pass('/auth/login', { expires_in: 600 });
    expect(kept).toBe(2);
    observing.follow(rules);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(dropped).toBe(1);
  });

  test('keeps few of them, and not for long', async () => {
    for (let count = 0; count < 100; count++) pass('/auth/login', { expires_in: 600 });
    expect(kept).toBe(20);
    dropEarly!();
    expect(dropped).toBe(20);
    pass('/auth/login', { expires_in: 600 });
    expect(kept).toBe(20);
    observing.follow(rules);
    expect(told).toEqual([]);
  });

  test('reads ten at once at most', () => {
    observing.follow(rules);
    for (let count = 0; count < 30; count++)
      pass(
        '/auth/login',
        {},
        { keep: () => ({ json: () => new Promise(() => {}), drop: () => void dropped++ }) },
      );
    expect(dropped).toBe(20);
  });
});
