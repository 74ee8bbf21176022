import { expect, test } from 'vitest';
import { stepAt } from './countdown.ts';

test.each([
  [600_000, 10, 'minute', 60_000],
  [120_000, 2, 'minute', 60_000],
  [119_999, 2, 'minute', 59_999],
  [90_000, 2, 'minute', 30_000],
  [60_001, 60, 'second', 1001],
  [60_000, 60, 'second', 1000],
  [59_500, 60, 'second', 500],
  [10_015, 10, 'second', 1015],
  [2000, 2, 'second', 1000],
  [1000, 1, 'second', 0],
  [1, 1, 'second', 0],
  [0, 1, 'second', 0],
] as const)('with %i ms left: less than %i %s, the next step in %i ms', (left, value, unit, next) => {
  expect(stepAt(left)).toEqual({ value, unit, next });
});

test.each([-3, 0, 5])('two minutes take one timer a step, even when each is off by %i ms', (late) => {
  let left = 120_000;
  let timers = 0;
  for (let step = stepAt(left); step.next; step = stepAt(left)) {
    timers += 1;
    left -= step.next + late;
  }
  expect(timers).toBeLessThanOrEqual(60);
  expect(timers).toBeGreaterThanOrEqual(58);
});
