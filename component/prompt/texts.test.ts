import { expect, test } from 'vitest';
import { clockTime, languageFor, timeLeft } from './texts.ts';

test.each([
  ['en', 'en'],
  ['en-GB', 'en-GB'],
  ['EN-us', 'en-US'],
  ['', 'en'],
  ['en_US', 'en'],
  ['en-', 'en'],
  ['xx-nonsense-tag', 'en'],
  ['de', 'en'],
])('lang="%s" is spoken to in %s', (lang, tag) => {
  expect(languageFor(lang).tag).toBe(tag);
});

test.each([
  [2, 'minute', 'Less than 2 minutes left'],
  [1, 'second', 'Less than 1 second left'],
] as const)('%i %s: "%s"', (value, unit, text) => {
  expect(timeLeft(languageFor('en'), { value, unit, next: 0 })).toBe(text);
});

test('the clock follows the region', () => {
  const evening = new Date(2026, 10, 20, 21, 5).getTime();
  expect(clockTime(languageFor('en-GB'), evening)).toBe('21:05');
  expect(clockTime(languageFor('en-US'), evening)).toMatch(/^9:05\sPM$/);
});
