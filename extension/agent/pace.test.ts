import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pageClock, pageTimer } from '../../component/page-ports.ts';
import { createPace, type SeenSign } from './pace.ts';

let told: SeenSign[];
let pace: ReturnType<typeof createPace>;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  pace = createPace(pageClock, pageTimer, (sign) => told.push(sign));
});

const sign = (means: string, place = 1, requestedAt = Date.now()) => ({ means, place, requestedAt });

describe('The pace of signs', () => {
  test('lets the first good one through, then the newest after 30 s', () => {
    pace.see(sign('counted', 1, 10));
    pace.see(sign('counted', 1, 20));
    pace.see(sign('counted', 1, 40));
    pace.see(sign('counted', 1, 30));
    expect(told.map(({ requestedAt }) => requestedAt)).toEqual([10]);
    vi.advanceTimersByTime(30_000);
    expect(told.map(({ requestedAt }) => requestedAt)).toEqual([10, 40]);
    vi.advanceTimersByTime(300_000);
    expect(told).toHaveLength(2);
  });

  test('tells each good one for the first time at once, and those that wait with it', () => {
    pace.see(sign('counted', 1));
    pace.see(sign('alive', 2));
    pace.see(sign('alive', 2));
    pace.see(sign('counted', 1));
    expect(told.map(({ place }) => place)).toEqual([1, 2]);
    pace.see(sign('alive', 3));
    expect(told.map(({ place }) => place)).toEqual([1, 2, 2, 1, 3]);
    pace.see(sign('alive', 3));
    vi.advanceTimersByTime(29_999);
    expect(told).toHaveLength(5);
  });

  test('tells a bad one at once, and the same again no sooner than after 2 s', () => {
    pace.see(sign('ended'));
    pace.see(sign('look', 2));
    pace.see(sign('ended'));
    expect(told).toHaveLength(2);
    vi.advanceTimersByTime(1999);
    expect(told).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(told).toHaveLength(3);
  });

  test('lets nothing wait that comes after an end', () => {
    pace.see(sign('alive', 1, 10));
    pace.see(sign('alive', 1, 20));
    pace.see(sign('ended', 2, 30));
    pace.see(sign('alive', 1, 40));
    expect(told.map(({ requestedAt }) => requestedAt)).toEqual([10, 20, 30, 40]);
  });
});
