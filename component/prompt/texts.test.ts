import { expect, test, vi } from 'vitest';
import { clockTime, english, languageOf, quantity, timeLeft } from './texts.ts';

test.each([
  [2, 'minute', 'Less than 2 minutes left'],
  [1, 'second', 'Less than 1 second left'],
] as const)('%i %s: "%s"', (value, unit, text) => {
  expect(timeLeft(english(), { value, unit, next: 0 })).toBe(text);
});

test('the clock follows the region', () => {
  const evening = new Date(2026, 10, 20, 21, 5).getTime();
  expect(clockTime(english('en-GB'), evening)).toBe('21:05');
  expect(clockTime(english('en-US'), evening)).toMatch(/^9:05\sPM$/);
});

test('durations are in the words and digits of the language', () => {
  expect(quantity('de', 2, 'minute', 'long')).toBe('2 Minuten');
  expect(quantity('ar-EG', 5, 'hour', 'long')).toBe('٥ ساعات');
});

test('a browser that does not know the language, or no units, leaves a number and a sign', () => {
  expect(quantity('tlh', 2, 'minute', 'long')).toBe('2 min');
  const { NumberFormat } = Intl;
  vi.stubGlobal('Intl', {
    ...Intl,
    NumberFormat: class {
      constructor(tag: string, options: Intl.NumberFormatOptions) {
        if (options.style === 'unit') throw new RangeError('style');
        return new NumberFormat(tag, options);
      }
    },
  });
  try {
    expect(quantity('sv', 3, 'second', 'short')).toBe('3 s');
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a language is written from its own side', () => {
  const { texts } = english();
  expect(languageOf('he-IL', texts).direction).toBe('rtl');
  expect(languageOf('ja', texts).direction).toBe('ltr');
});
