import { describe, expect, test } from 'vitest';
import { choose } from './choose.ts';
import { tell, withoutUses } from './tell.ts';
import { recordOf, siteOf } from './testing.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const at = (readAt: number) => ({ requestedAt: readAt, receivedAt: readAt });
const site = siteOf({
  expiry: [
    { from: 'element' },
    { from: 'header', url: '/api/*', name: 'expires' },
    { from: 'cookie', name: 'sid' },
    { from: 'storage', area: 'local', key: 'token', as: 'jwt' },
  ],
});
const [element, header, cookie, storage] = [0, 1, 2, 3];

describe('Of several sources', () => {
  test('the first in order that yields an end counts', () => {
    let { record } = tell(site, recordOf(now), storage, { expiresAt: now + 30 * minute }, at(now), now);
    expect(choose(site, record, now)?.place).toBe(storage);
    ({ record } = tell(site, record, header, { expiresAt: now + 40 * minute }, at(now), now));
    expect(choose(site, record, now)?.place).toBe(header);
  });

  test('a limit that goes by use says nothing of the session after an end', () => {
    const idle = siteOf({ expiry: [{ from: 'idle', timeout: '7d', since: 'counted' }] });
    const fact = { at: now + 9 * minute, server: false, readAt: now, since: now, lifetime: 9 * minute };
    const over = { held: true, aliveAt: now, passedAt: now + minute };
    const after = withoutUses(idle, recordOf(now, { told: { 0: fact }, facts: over }));
    expect(after.told).toEqual({});
    const used = { ...fact, readAt: now + 2 * minute };
    expect(withoutUses(idle, recordOf(now, { told: { 0: used }, facts: over })).told).toEqual({ 0: used });
  });

  test('the newest word of one counts, though a sign of the same reply came first', () => {
    const { record } = tell(site, recordOf(now), header, { expiresAt: now + minute }, at(now), now);
    const seen = { ...record, facts: { ...record.facts, aliveAt: now + 1050 } };
    const later = { expiresAt: now + 5 * minute };
    expect(tell(site, seen, header, later, at(now + 1000), now + 1100).reading?.requestedAt).toBe(now + 1050);
    const over = { ...seen, facts: { ...seen.facts, passedAt: now + 1080 } };
    expect(tell(site, over, header, later, at(now + 1000), now + 1100).reading?.requestedAt).toBe(now + 1000);
  });

  test('an older word that comes late replaces no newer one', () => {
    let { record } = tell(site, recordOf(now), header, { expiresAt: now + 5 * minute }, at(now + 1000), now);
    ({ record } = tell(site, record, header, { expiresAt: now + minute }, at(now), now));
    expect(choose(site, record, now)?.at).toBe(now + 5 * minute);
  });

  test('one that has passed gives way to the next', () => {
    let { record } = tell(site, recordOf(now), header, { expiresAt: now + minute }, at(now), now);
    ({ record } = tell(site, record, storage, { expiresAt: now + 5 * minute }, at(now), now));
    expect(choose(site, record, now + 2 * minute)?.place).toBe(storage);
  });

  test('a page never lengthens what the network showed', () => {
    let { record } = tell(site, recordOf(now), header, { expiresAt: now + 10 * minute }, at(now), now);
    const told = tell(site, record, element, { expiresAt: now + 60 * minute }, at(now), now);
    ({ record } = told);
    expect(choose(site, record, now)).toMatchObject({ place: header, at: now + 10 * minute });
    expect(told.reading?.alive?.expiry?.at).toBe(now + 10 * minute);
  });

  test('a page may shorten it', () => {
    let { record } = tell(site, recordOf(now), header, { expiresAt: now + 10 * minute }, at(now), now);
    ({ record } = tell(site, record, element, { expiresAt: now + 5 * minute }, at(now), now));
    expect(choose(site, record, now)).toMatchObject({ place: element, at: now + 5 * minute });
  });

  test('what a browser forgets lengthens nothing that a page told', () => {
    let { record } = tell(
      site,
      recordOf(now),
      cookie,
      { expiresAt: now + minute, relative: true },
      at(now),
      now,
    );
    ({ record } = tell(site, record, element, { expiresAt: now + 5 * minute }, at(now), now));
    expect(choose(site, record, now)?.place).toBe(element);
  });
});

describe('What a source says', () => {
  test('weak, it warns of a known life and says nothing of an unknown one', () => {
    const said = { expiresAt: now + minute, relative: true as const };
    expect(tell(site, recordOf(), cookie, said, at(now), now).reading).toBeUndefined();
    const { reading } = tell(site, recordOf(now - minute), cookie, said, at(now), now);
    expect(reading?.alive?.expiry).toMatchObject({ at: now + minute, weak: true });
    // It was asked for when the server last said "alive", not now.
    expect(reading?.requestedAt).toBe(now - minute);
  });

  test('strong and new, it is a sign of life', () => {
    const { reading } = tell(site, recordOf(), storage, { expiresAt: now + minute }, at(now), now);
    expect(reading).toMatchObject({ requestedAt: now, alive: { expiry: { at: now + minute } } });
  });

  test('read again, it is no newer sign of life than before', () => {
    const { record } = tell(site, recordOf(now), storage, { expiresAt: now + 9 * minute }, at(now), now);
    const later = { ...record, facts: { ...record.facts, aliveAt: now } };
    const { reading } = tell(
      site,
      later,
      storage,
      { expiresAt: now + 9 * minute },
      at(now + minute),
      now + minute,
    );
    expect(reading?.requestedAt).toBe(now);
  });

  test('the same end as before brings no ended session back; a later one of a strong source does', () => {
    const { record } = tell(site, recordOf(now), storage, { expiresAt: now + 9 * minute }, at(now), now);
    const ended = { at: now + minute, ending: { reason: 'revoked', certain: true }, here: false } as const;
    const over = { ...record, facts: { ...record.facts, ended } };
    const later = at(now + 2 * minute);
    expect(
      tell(site, over, storage, { expiresAt: now + 9 * minute }, later, now + 2 * minute).reading,
    ).toBeUndefined();
    expect(
      tell(site, over, cookie, { expiresAt: now + 99 * minute }, later, now + 2 * minute).reading,
    ).toBeUndefined();
    expect(
      tell(site, over, storage, { expiresAt: now + 19 * minute }, later, now + 2 * minute).reading,
    ).toBeDefined();
  });

  test('how long it lasts is kept from when it was first told', () => {
    let { record } = tell(site, recordOf(now), storage, { expiresAt: now + 10 * minute }, at(now), now);
    ({ record } = tell(
      site,
      record,
      storage,
      { expiresAt: now + 10 * minute },
      at(now + minute),
      now + minute,
    ));
    expect(record.told[storage]).toMatchObject({ since: now, lifetime: 10 * minute, readAt: now + minute });
  });

  test('gone, it says nothing any more', () => {
    let { record } = tell(site, recordOf(now), storage, { expiresAt: now + 10 * minute }, at(now), now);
    ({ record } = tell(site, record, storage, {}, at(now + 1), now + 1));
    expect(choose(site, record, now)).toBeUndefined();
  });
});
