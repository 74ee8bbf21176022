import { expect, test } from 'vitest';
import { createSteady } from './steady.ts';

test('what is seen in its first place can be pressed', () => {
  expect(createSteady()(true, '1 1', 0)).toBe(true);
});

test('what was moved cannot be pressed for half a second', () => {
  const steady = createSteady();
  steady(true, '1 1', 0);
  expect([1000, 1499, 1500].map((now) => steady(true, '2 1', now))).toEqual([false, false, true]);
});

test('what keeps moving never can', () => {
  const steady = createSteady();
  const seen = [0, 400, 800, 1200].map((now) => steady(true, String(now), now));
  expect(seen.slice(1)).toEqual([false, false, false]);
});

test('what is not seen cannot be pressed, however still', () => {
  const steady = createSteady();
  steady(true, '1 1', 0);
  expect(steady(false, '1 1', 5000)).toBe(false);
});
