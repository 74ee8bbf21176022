import { expect, test } from 'vitest';
import { durationText, lengthText, momentText } from './texts.ts';
import { timeLeft } from './time-left.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];

test.each([
  [45 * second, '45 sec', second],
  [60 * second, '60 sec', second],
  [61 * second, '2 min', second],
  [12 * minute, '12 min', minute],
  [59 * minute + second, '1 hr', second],
  [60 * minute, '1 hr', minute],
  [2 * hour + 5 * minute, '2 hr 5 min', minute],
  [24 * hour, '24 hr', minute],
  [25 * hour, '1 day 1 hr', hour],
  [52 * hour + minute, '2 days 5 hr', minute],
])('%i ms left are "%s", right for %i ms', (left, short, next) => {
  const shown = timeLeft(left);
  expect([durationText('en', shown, 'short'), shown.next]).toEqual([short, next]);
});

test('in words for ears', () => expect(lengthText('en', 125 * minute, 'long')).toBe('2 hours, 5 minutes'));

test('the last second has no next step: the end is told by the phase', () =>
  expect(timeLeft(500).next).toBe(0));

test('a moment of another day names the day', () => {
  const now = new Date(2026, 10, 21, 18, 0).getTime();
  expect(momentText('en', now + hour, now)).toMatch(/^7:00/);
  expect(momentText('en', now + 20 * hour, now)).toMatch(/^Sun.* 2:00/);
  expect(momentText('en', now + 20 * 24 * hour, now)).toMatch(/^Dec 11, 6:00/);
});
