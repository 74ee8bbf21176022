import { expect, it } from 'vitest';
import { counted } from './texts.ts';

it('counts as the language does', () => {
  const forms = { one: '{count} site', other: '{count} sites' };
  expect([0, 1, 1000].map((count) => counted('en', forms, count))).toEqual([
    '0 sites',
    '1 site',
    '1,000 sites',
  ]);
});

it('a language may have more forms than two, and digits of its own', () => {
  const forms = { one: '{count} a', few: '{count} b', many: '{count} c', other: '{count} d' };
  expect([1, 2, 5, 21, 1.5].map((count) => counted('uk', forms, count))).toEqual([
    '1 a',
    '2 b',
    '5 c',
    '21 a',
    '1,5 d',
  ]);
  expect(counted('ar-EG', { other: '{count}' }, 12)).toBe('١٢');
});

it('a form that a language does not need is left out', () =>
  expect(counted('ja', { other: '{count} 件' }, 1)).toBe('1 件'));
