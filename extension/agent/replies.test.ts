import { describe, expect, test, vi } from 'vitest';
import { pageClock } from '../../component/page-ports.ts';
import { createBudget, signOf, type Entry } from './replies.ts';
import { orders, request } from './testing/fake-page.ts';

const cases: [string, Partial<Entry>, number | undefined][] = [
  ['a refusal', { responseStatus: 401 }, 3],
  [
    'a refusal at an address that is excepted',
    { responseStatus: 401, name: 'https://app.test/api/login' },
    undefined,
  ],
  ['the first of two that hold', { name: 'https://app.test/api/me' }, 4],
  ['any other reply', {}, 6],
  ['another site', { name: 'https://other.test/api/me' }, undefined],
  ['no status: failed, or not for us', { responseStatus: 0 }, undefined],
  ['a picture', { initiatorType: 'img' }, undefined],
  ['a reply of the cache', { transferSize: 0 }, undefined],
  ['a refusal that a worker of the page passed on', { responseStatus: 401, transferSize: 0 }, 3],
  ['a request that was led elsewhere', { redirectStart: 5 }, undefined],
  [
    'a document that was led here',
    { entryType: 'navigation', initiatorType: 'navigation', redirectStart: 5 },
    6,
  ],
];

describe('What a reply means', () => {
  test.each(cases)('%s', (_, entry, place) => {
    expect(signOf(orders, { ...request, ...entry })?.place).toBe(place);
  });
});

test('Of a flood 300 are looked at in 10 s', () => {
  vi.useFakeTimers();
  const take = createBudget(pageClock);
  expect([take(250), take(10_000), take(1)]).toEqual([250, 50, 0]);
  vi.advanceTimersByTime(10_000);
  expect(take(10_000)).toBe(300);
  vi.useRealTimers();
});
