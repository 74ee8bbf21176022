import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from './facts.ts';
import { readMessage, writeMessage } from './message.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;

const reading: Reading = {
  source: 'renew',
  requestedAt: now - minute,
  receivedAt: now - minute + 80,
  subject: 'k3j9x',
  skew: { early: 4000, late: 5000 },
  absolute: { at: now + 90 * minute, server: true },
  alive: {
    expiry: { at: now + 20 * minute },
    idle: true,
    canRenew: true,
    first: { since: now - 2 * minute, lifetime: 20 * minute, whole: true },
  },
};
const ended: Reading = {
  source: 'look',
  requestedAt: now - minute,
  receivedAt: now,
  ended: {
    reason: 'revoked',
    certain: true,
    code: 'session_revoked',
    docUrl: 'https://docs.example/revoked',
  },
};

const travel = (message: unknown) => JSON.parse(JSON.stringify(message)) as unknown;

describe('a message', () => {
  it('comes as it was sent, by a channel or by storage', () => {
    const message = { readings: [reading, ended], countedAt: now - 5, ask: undefined };
    expect(readMessage(travel(writeMessage(message, 0)), 0, now)).toEqual(message);
    expect(readMessage(writeMessage(message, 0), 0, now)).toEqual(message);
  });

  it('carries wall times, which each tab turns into its own', () => {
    const message = { readings: [reading], countedAt: now, ask: now };
    const [sender, receiver] = [30 * minute, 2000];
    const heard = readMessage(travel(writeMessage(message, sender)), receiver, now)!;
    const by = receiver - sender;
    expect(heard.countedAt).toBe(now + by);
    expect(heard.readings[0]).toMatchObject({
      requestedAt: reading.requestedAt + by,
      // A moment of the server's clock is the same for all; how far that clock is off follows the local one.
      absolute: reading.absolute,
      skew: { early: 4000 - by, late: 5000 - by },
      alive: { expiry: { at: now + 20 * minute + by }, first: { since: now - 2 * minute + by } },
    });
  });

  it('takes only what it knows: no word of a server’s own, no member that nobody named', () => {
    const more = { ...reading, token: 'eyJhbGciOi', alive: { ...reading.alive, cookie: 'sid=1' } };
    const said = { ...ended, ended: { ...ended.ended!, detail: 'Hello Ada' } };
    const heard = readMessage({ v: 1, readings: [more, said], note: 'x' }, 0, now);
    expect(JSON.stringify(heard)).not.toMatch(/eyJ|sid=|Ada|note/);
  });

  it.each([
    ['a script for an address', { ...ended, ended: { ...ended.ended, docUrl: 'javascript:alert(1)' } }],
    ['a reason that is none', { ...ended, ended: { ...ended.ended, reason: 'bored' } }],
    ['a source that is none', { ...reading, source: 'rumour' }],
    ['no request', { ...reading, requestedAt: undefined }],
    ['a request a minute ahead', { ...reading, requestedAt: now + minute }],
    ['an end before its request', { ...reading, alive: { expiry: { at: now - 2 * minute } } }],
    ['an end in 2099', { ...reading, alive: { expiry: { at: Date.UTC(2099, 0), server: true } } }],
    ['a skew that makes 2099 near', { ...reading, skew: { early: 5, late: 4 } }],
    [
      'a life that began after its reading',
      { ...reading, alive: { first: { since: now, lifetime: 1, whole: true } } },
    ],
  ])('with %s is dropped whole', (_, bad) => {
    expect(readMessage({ v: 1, readings: [bad] }, 0, now)).toBeUndefined();
    expect(readMessage({ v: 1, readings: [reading, bad] }, 0, now)).toBeUndefined();
  });

  it('that is anything at all never throws, and never tells of an end further away than 400 days', () => {
    const any = fc.anything({
      maxDepth: 4,
      key: fc.constantFrom('v', 'readings', 'alive', 'expiry', 'at', 'x'),
    });
    fc.assert(
      fc.property(fc.oneof(any, fc.record({ v: fc.constant(1), readings: fc.array(any) })), (data) => {
        const message = readMessage(data, 0, now);
        for (const each of message?.readings ?? [])
          expect(each.alive?.expiry?.at ?? 0).toBeLessThanOrEqual(now + 400 * 24 * 60 * minute);
      }),
      { numRuns: 3000 },
    );
  });
});
