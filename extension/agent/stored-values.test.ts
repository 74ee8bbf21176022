import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { fromAgent } from '../messages.ts';
import { createStoredValues, type StoredSource, type Value } from './stored-values.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
const hour = 3_600_000;
const source: StoredSource = { place: 2, area: 'local', key: 'ends', unit: 'epoch-ms' };

let now: number;
let items: Record<string, string>;
let denied: boolean;
let told: Value[];
let read: (anew?: boolean) => void;

beforeEach(() => {
  [now, items, denied, told] = [start, {}, false, []];
  const item = ({ key }: StoredSource) => {
    if (denied) throw new Error('SecurityError');
    return items[key] ?? null;
  };
  const values = createStoredValues(item, { wall: () => now, mono: () => now }, (value) => {
    v.parse(fromAgent, value);
    told.push(value);
  });
  read = (anew = false) => values([source], anew);
});

describe('Values in storage', () => {
  test('are told as moments, once for each value', () => {
    items.ends = String(start + hour);
    read();
    read();
    expect(told).toEqual([
      {
        say: 'value',
        source: 2,
        expiresAt: start + hour,
        problems: [],
        requestedAt: start,
        receivedAt: start,
      },
    ]);
    items.ends = String(start + 2 * hour);
    read();
    expect(told).toHaveLength(2);
  });

  test('are told again to whoever asks anew, as of when they were first seen', () => {
    items.ends = String(start + hour);
    read();
    now += hour / 2;
    read(true);
    expect(told[1]).toEqual(told[0]);
  });

  test('are told to be gone', () => {
    items.ends = String(start + hour);
    read();
    items = {};
    read();
    expect(told[1]).toMatchObject({ source: 2, problems: [] });
    expect(told[1]).not.toHaveProperty('expiresAt');
  });

  test('are never in what is told, also where they cannot be read', () => {
    items.ends = 'eyJhbGciOi.secret';
    read();
    expect(told[0]!.problems).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('are a problem where the browser gives no storage, told once', () => {
    denied = true;
    read();
    read();
    expect(told.map(({ problems }) => problems)).toEqual([['storage-denied']]);
  });
});
