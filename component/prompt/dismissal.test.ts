import { expect, test } from 'vitest';
import type { PromptModel } from '../prompt-model.ts';
import { dismissalOf, isDue, isDueOnReturn, lastOpening } from './dismissal.ts';

const model = (phase: PromptModel['phase'], refusals = 0, endsAt?: number): PromptModel => ({
  phase,
  refusals,
  endsAt,
  canRenew: true,
  canLook: true,
  renewal: 'none',
  looking: false,
  offline: false,
});
const minutes = (value: number) => value * 60_000;

test('what was never dismissed is due', () => {
  expect(isDue(model('warning'), undefined)).toBe(true);
});

test.each([
  ['warning', 0, 'warning', 0, false],
  ['warning', 0, 'warning', 3, false],
  ['warning', 0, 'expired', 0, true],
  ['warning', 2, 'ended', 2, true],
  ['expired', 0, 'expired', 0, false],
  ['expired', 0, 'ended', 0, false],
  ['expired', 0, 'expired', 1, true],
  ['ended', 4, 'ended', 4, false],
  ['ended', 4, 'ended', 5, true],
  ['ended', 0, 'warning', 0, true],
] as const)(
  'dismissed as %s with %i refusals; then %s with %i: due is %s',
  (was, seen, now, refusals, due) => {
    expect(isDue(model(now, refusals), dismissalOf(model(was, seen)))).toBe(due);
  },
);

test('only a sign-in prompt returns after five minutes out of sight', () => {
  expect(isDueOnReturn(model('expired'), minutes(5) - 1)).toBe(false);
  expect(isDueOnReturn(model('ended'), minutes(5))).toBe(true);
  expect(isDueOnReturn(model('warning'), minutes(9))).toBe(false);
});

test('a warning leaves 25 s; other prompts, and an end that is not known, set no limit', () => {
  expect(lastOpening(model('warning', 0, 100_000))).toBe(75_000);
  expect(lastOpening(model('warning'))).toBe(Infinity);
  expect(lastOpening(model('expired', 0, 100_000))).toBe(Infinity);
});
