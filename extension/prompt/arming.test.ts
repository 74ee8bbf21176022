import { describe, expect, test } from 'vitest';
import { createArming } from './arming.ts';

describe('where the browser tells what can be seen', () => {
  test('nothing is armed before it does', () => expect(createArming(true).isArmed(10_000)).toBe(false));

  test('half a second after it is seen it is armed, and no longer when it is covered', () => {
    const arming = createArming(true);
    arming.see(true, 1000);
    expect([1499, 1500].map(arming.isArmed)).toEqual([false, true]);
    arming.see(true, 1600);
    expect(arming.isArmed(1600)).toBe(true);
    arming.see(false, 1700);
    expect(arming.isArmed(9000)).toBe(false);
    arming.see(true, 9000);
    expect(arming.isArmed(9100)).toBe(false);
  });

  test('the host can deny it, but not give it', () => {
    const arming = createArming(true);
    arming.hear(true, 0);
    expect(arming.isArmed(1000)).toBe(false);
    arming.see(true, 1000);
    arming.hear(false, 2000);
    expect(arming.isArmed(3000)).toBe(false);
  });
});

describe('where only the host knows', () => {
  test('nothing is armed without its word, and half a second after it everything', () => {
    const arming = createArming(false);
    expect(arming.isArmed(10_000)).toBe(false);
    arming.hear(true, 10_000);
    expect([10_499, 10_500].map(arming.isArmed)).toEqual([false, true]);
  });
});

test('what moved is not armed for half a second', () => {
  const arming = createArming(true);
  arming.see(true, 0);
  arming.move(1000);
  expect([1499, 1500].map(arming.isArmed)).toEqual([false, true]);
});

test('a click that began too early does nothing; one by a key has no beginning', () => {
  const arming = createArming(true);
  arming.see(true, 0);
  arming.press(400);
  expect(arming.allows(true, 600)).toBe(false);
  expect(arming.allows(false, 600)).toBe(true);
  arming.press(700);
  expect(arming.allows(true, 800)).toBe(true);
});
