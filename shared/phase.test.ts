import { expect, it } from 'vitest';
import { warnBefore } from './phase.ts';
import { readPolicy } from './policy.ts';

const second = 1000;
const { policy } = readPolicy({});

it.each([
  ['a day', 86_400, true, 120],
  ['ten minutes', 600, true, 120],
  ['five minutes', 300, true, 60],
  ['two minutes', 120, true, 30],
  ['forty seconds', 40, true, 20],
  ['twelve seconds', 12, true, 6],
  ['twelve seconds, of a life nobody knows', 12, false, 30],
  ['five minutes, of a life nobody knows', 300, false, 60],
])('of a lifetime of %s warns in good time', (_, lifetime, whole, before) => {
  expect(warnBefore({ lifetime: lifetime * second, whole }, policy)).toBe(before * second);
});

it('warns as the site says', () => {
  const { policy } = readPolicy({ warnBefore: '5m' });
  expect(warnBefore({ lifetime: 60 * second, whole: true }, policy)).toBe(300 * second);
});
