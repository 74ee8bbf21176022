import { describe, expect, test } from 'vitest';
import type { Facts } from '../../shared/facts.ts';
import { heed, heedInput } from './signs.ts';
import { recordOf, siteOf } from './testing.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const times = { requestedAt: now, receivedAt: now };
const site = siteOf({
  expiry: [
    { from: 'idle', timeout: '10m', since: 'counted' },
    { from: 'idle', timeout: '20m', since: 'input' },
    { from: 'idle', timeout: '30m', since: 'written' },
  ],
  signs: [
    { url: '/api/*', status: '2xx', means: 'counted' },
    { url: '/me', status: 200, means: 'alive' },
    { cookie: 'sid', gone: false, name: 'written', means: 'counted' },
    { url: '/bye', status: 401, means: 'ended', reason: 'revoked' },
    { url: '/maybe', status: 403, means: 'look' },
  ],
});
const [counted, alive, written, ended, look] = site.signs;
const over: Partial<Facts> = {
  ended: { at: now - 1, ending: { reason: 'expired', certain: true }, here: false },
};

describe('A sign', () => {
  test('that a request was counted starts the limit that goes by requests', () => {
    const { record, reading } = heed(site, recordOf(now - minute), counted!, times, now);
    expect(record.told[0]).toMatchObject({ at: now + 10 * minute, lifetime: 10 * minute });
    expect(record.told[1]).toBeUndefined();
    expect(reading?.alive?.expiry).toMatchObject({ at: now + 10 * minute, weak: true });
  });

  test('that a request was counted moves the end, also when one asked later was heard of first', () => {
    const { reading } = heed(site, recordOf(now + 5), counted!, times, now + 10);
    expect(reading).toMatchObject({ requestedAt: now + 5, alive: { expiry: { at: now + 10 * minute } } });
  });

  test('with a name starts the limit that names it', () => {
    const { record } = heed(site, recordOf(now - minute), written!, times, now);
    expect(record.told[2]).toMatchObject({ at: now + 30 * minute });
  });

  test('of an end is a reading of its reason', () => {
    const { reading } = heed(site, recordOf(now - minute), ended!, times, now);
    expect(reading?.ended).toEqual({ reason: 'revoked', certain: true });
  });

  test('of doubt asks for a look and says nothing itself', () => {
    expect(heed(site, recordOf(now), look!, times, now)).toMatchObject({ look: true });
    expect(heed(site, recordOf(now), look!, times, now).reading).toBeUndefined();
  });

  test('of use says nothing of a session that nobody has seen alive', () => {
    expect(heed(site, recordOf(), counted!, times, now).reading).toBeUndefined();
  });

  test('of use brings no ended session back; only one of life does', () => {
    const dead = recordOf(now - minute, { facts: { held: true, aliveAt: now - minute, ...over } });
    expect(heed(site, dead, counted!, times, now).reading).toBeUndefined();
    expect(heed(site, dead, alive!, times, now).reading?.alive).toBeDefined();
  });

  test('of life starts a limit that has passed, and moves none that stands', () => {
    const passed = recordOf(now, {
      facts: { held: true, aliveAt: now - 1, passedAt: now - 1, passedWeak: true },
    });
    expect(heed(site, passed, alive!, times, now).record.told[0]).toMatchObject({ at: now + 10 * minute });
    expect(heed(site, recordOf(now - 1), alive!, times, now).record.told[0]).toBeUndefined();
  });
});

describe('A hand on the page', () => {
  test('moves the limit that goes by input, and says nothing of life', () => {
    const { record, reading } = heedInput(site, recordOf(now - minute), now);
    expect(record.told[1]).toMatchObject({ at: now + 20 * minute });
    expect(reading?.requestedAt).toBe(now - minute);
  });

  test('starts no limit that has passed', () => {
    const passed = recordOf(now, {
      facts: { held: true, aliveAt: now - minute, passedAt: now - 1, passedWeak: true },
    });
    expect(heedInput(site, passed, now).record.told[1]).toBeUndefined();
  });
});
