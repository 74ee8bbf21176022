import { describe, expect, test } from 'vitest';
import type { Reading } from '../../shared/facts.ts';
import { recordOf, siteOf } from './testing.ts';
import { weigh } from './weigh.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const site = siteOf({ expiry: [{ from: 'header', url: '/*', name: 'expires' }, { from: 'look' }] });
const look = (at: number, part: Partial<Reading>): Reading => ({
  source: 'look',
  requestedAt: at,
  receivedAt: at,
  ...part,
});
const alive = (at: number, end?: number): Reading =>
  look(at, { alive: end === undefined ? {} : { expiry: { at: end } } });
const dead = (at: number): Reading => look(at, { ended: { reason: 'expired', certain: true } });

describe('A look', () => {
  test('is believed to say "ended" only after it once said "alive"', () => {
    const unproven = weigh(site, recordOf(now), dead(now), now);
    expect(unproven).toMatchObject({ problem: { code: 'look-unproven' } });
    expect(unproven.reading).toBeUndefined();
    const { record } = weigh(site, recordOf(now), alive(now, now + minute), now);
    expect(weigh(site, record, dead(now + 1), now + 1).reading?.ended?.reason).toBe('expired');
  });

  test('does not forget an end that has passed by the careful clock, though the server still says alive', () => {
    const { reading } = weigh(site, recordOf(now), alive(now, now - 100), now);
    expect(reading?.alive?.expiry).toEqual({ at: now - 100 });
  });

  test('says when it ends though the page’s sign of the same reply came first', () => {
    const seen = recordOf(now + 15);
    expect(weigh(site, seen, alive(now, now + minute), now + 50).reading?.requestedAt).toBe(now + 15);
  });

  test('says when it ends only where no source before it does', () => {
    const told = {
      0: { at: now + 5 * minute, server: false, readAt: now, since: now, lifetime: 5 * minute },
    };
    const { record, reading } = weigh(site, recordOf(now, { told }), alive(now, now + 9 * minute), now);
    expect(reading?.alive?.expiry?.at).toBe(now + 5 * minute);
    expect(record.told[1]).toMatchObject({ at: now + 9 * minute });
  });

  test('that moves the end each time it is asked is no look', () => {
    const life = 20 * minute;
    let { record, lookAgain } = weigh(site, recordOf(now), alive(now, now + life), now);
    expect(lookAgain).toBeFalsy();
    const second = now + 10 * minute;
    ({ record, lookAgain } = weigh(site, record, alive(second, second + life), second));
    expect(lookAgain).toBe(true);
    const third = second + 3000;
    const last = weigh(site, record, alive(third, third + life), third);
    expect(last.record.lookExtends).toBe(true);
    expect(last.problem?.code).toBe('look-extends');
  });

  test('after which the end moved because the page asked for something is one still', () => {
    const life = 20 * minute;
    let { record } = weigh(site, recordOf(now), alive(now, now + life), now);
    const second = now + 10 * minute;
    // The page asked at the same time.
    ({ record } = weigh(site, record, alive(second, second + life), second));
    const third = weigh(site, record, alive(second + 3000, second + life), second + 3000);
    expect(third.record).toMatchObject({ lookExtends: false, lookMoved: 0 });
  });
});

test('A renewal says itself when it ends now, listed or not', () => {
  const listed = siteOf({ expiry: [{ from: 'cookie', name: 'sid', unit: 'epoch-s' }] });
  const reading: Reading = { ...alive(now, now + 30 * minute), source: 'renew' };
  expect(weigh(listed, recordOf(now), reading, now).reading).toEqual(reading);
});
