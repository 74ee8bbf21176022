import { expect, test } from 'vitest';
import { createLimit } from './limit.ts';

test('five times are not too many, the sixth is', () => {
  const limit = createLimit(5, 5000);
  const fights = [0, 1000, 1000, 2000, 4000, 4999].map(limit);
  expect(fights).toEqual([false, false, false, false, false, true]);
});

test('what is long ago does not count', () => {
  const limit = createLimit(1, 5000);
  expect([0, 5000, 9999, 10_000].map(limit)).toEqual([false, false, true, true]);
});
