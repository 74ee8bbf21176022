import { expect, it } from 'vitest';
import { createLocalTime } from './local-time.ts';

const noon = Date.UTC(2026, 10, 20, 12);

function clocks() {
  const at = { wall: noon, mono: 5000 };
  const time = createLocalTime({ wall: () => at.wall, mono: () => at.mono });
  const pass = (wall: number, mono = wall) => {
    at.wall += wall;
    at.mono += mono;
    return time.now() - noon;
  };
  return { time, pass };
}

it('goes with the clocks', () => {
  const { time, pass } = clocks();
  expect(pass(1000)).toBe(1000);
  expect(pass(60_000)).toBe(61_000);
  expect([time.lead(), time.slept()]).toEqual([0, false]);
});

it('counts the time asleep, in which the monotonic clock stood, and says so once', () => {
  const { time, pass } = clocks();
  expect(pass(3_600_000, 5)).toBe(3_600_000);
  expect([time.slept(), time.slept()]).toEqual([true, false]);
});

it('never runs backwards, nor stands still, when the wall clock is set back', () => {
  const { time, pass } = clocks();
  expect(pass(1000 - 3_600_000, 1000)).toBe(1000);
  expect(pass(500)).toBe(1500);
  expect(time.lead()).toBe(3_600_000);
  expect(time.slept()).toBe(false);
  expect(pass(1_800_000, 0)).toBe(1_801_500);
});

it('goes on from where a clock set forward had brought it, when that is corrected', () => {
  const { pass } = clocks();
  expect(pass(3_600_000, 10)).toBe(3_600_000);
  expect(pass(-3_600_000, 1000)).toBe(3_601_000);
  expect(pass(1000)).toBe(3_602_000);
});

it('takes no harm from clocks that differ by a few ms', () => {
  const { time, pass } = clocks();
  for (let i = 0; i < 10_000; i++) pass(i % 3, 1);
  expect(time.now() - noon).toBeLessThanOrEqual(10_000);
});
