import { expect, test } from 'vitest';
import { isBetterUp } from './corner.ts';

const view = 600;
const banner = { left: 400, top: 524, width: 384, height: 60 };
const field = (top: number, left = 380) => ({ left, top, width: 300, height: 30 });

test('a banner that hides what has focus goes up, and comes down again only for the same reason', () => {
  expect(isBetterUp(banner, field(540), false, view)).toBe(true);
  const above = { ...banner, top: 16 };
  expect(isBetterUp(above, field(540), true, view)).toBe(true);
  expect(isBetterUp(above, field(20), true, view)).toBe(false);
});

test('beside it there is no reason', () => {
  expect(isBetterUp(banner, field(540, 0), false, view)).toBe(false);
});

test('of two bad places it stays in the one that hides less', () => {
  const tall = { left: 380, top: 0, width: 300, height: 600 };
  expect(isBetterUp(banner, tall, false, view)).toBe(false);
});
