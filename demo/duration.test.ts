import { describe, expect, it } from 'vitest';
import { readDuration, sayDuration } from './duration.ts';

describe('readDuration', () => {
  it.each([
    ['60s', 60_000],
    ['60m', 3_600_000],
    ['24h', 86_400_000],
    [' 10s ', 10_000],
  ])('reads %j', (text, ms) => expect(readDuration(text)).toBe(ms));

  it.each(['', '60', '9s', '25h', '1.5h', '-60s', '60 s', '1d', 'constructor'])('refuses %j', (text) =>
    expect(readDuration(text)).toBeUndefined(),
  );
});

it('says durations as people do', () => {
  expect(sayDuration(60_000)).toBe('60 seconds');
  expect(sayDuration(90_000)).toBe('90 seconds');
  expect(sayDuration(3_600_000)).toBe('60 minutes');
});
