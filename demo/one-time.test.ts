import { expect, it } from 'vitest';
import { createOneTime } from './one-time.ts';

let now = 0;
const store = createOneTime<string>(() => now, 60_000);

it('hands a value out once', () => {
  const key = store.put('a code');
  expect(store.take(key)).toEqual({ value: 'a code' });
  expect(store.take(key)).toEqual({ problem: 'unknown' });
});

it('tells what came too late from what was never given', () => {
  const key = store.put('a code');
  now += 60_000;
  expect(store.take(key)).toEqual({ problem: 'expired' });
  expect(store.take(key)).toEqual({ problem: 'unknown' });
  for (const made of ['made up', '', undefined]) expect(store.take(made)).toEqual({ problem: 'unknown' });
});

it('gives each value a key of its own', () => {
  const keys = new Set(Array.from({ length: 50 }, () => store.put('the same')));
  expect(keys.size).toBe(50);
  for (const key of keys) expect(key).toMatch(/^[\w-]{32}$/);
});
