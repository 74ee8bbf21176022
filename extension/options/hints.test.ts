import { expect, it } from 'vitest';
import type { Reason } from '../../shared/ending.ts';
import { siteOf } from '../profile/testing/example.ts';
import { newRecord } from '../session/record.ts';
import type { Access } from '../session/view.ts';
import type { PastEnding, SessionRecord, SiteState, SourceFact } from '../stored.ts';
import { hintsOf, type Hint } from './hints.ts';

const now = 1_795_176_000_000;
const minute = 60_000;
const place = { site: 'example', store: '0', host: '', isPrivate: false, page: 'https://app.example.com/' };
const all: Access = { granted: () => true, cookies: true };
const fact = (at: number): SourceFact => ({ at, server: false, readAt: now, since: now, lifetime: at - now });
const ending = (early?: number, reason: Reason = 'expired'): PastEnding => ({
  at: now,
  by: 'sign 0',
  reason,
  ...(early !== undefined && { early }),
});

interface Given {
  record?: Partial<SessionRecord>;
  state?: Partial<SiteState>;
  members?: object;
  access?: Partial<Access>;
}
const plain = { expiry: [{ from: 'element' }], signs: [], look: undefined, keepFresh: undefined };

const hints = ({ record, state, members, access }: Given): Hint[] =>
  hintsOf(
    record && { ...newRecord(place), savedAt: now, tabs: 1, ...record },
    { endings: [], ...state },
    siteOf({ ...plain, ...members }),
    { ...all, ...access },
  );

const alive = { held: true, aliveAt: now - 5 * minute };

it.each<[what: string, given: Given, hints: Hint[]]>([
  ['nothing is wrong', { record: { facts: alive } }, []],
  ['no session was seen', {}, []],
  ['paused', { state: { paused: 'person' } }, [{ hint: 'paused' }]],
  ['not confirmed', { state: { paused: 'unconfirmed' } }, [{ hint: 'unconfirmed' }]],
  ['access taken back', { access: { granted: () => false } }, [{ hint: 'access-missing' }]],
  [
    'cookies are needed and not allowed',
    { members: { signs: [{ cookie: 'sid', gone: true, means: 'ended' }] }, access: { cookies: false } },
    [{ hint: 'cookies-permission' }],
  ],
  ['cookies are not needed', { access: { cookies: false } }, []],
  [
    'it dies right after the sign-in',
    {
      record: {
        facts: {
          held: true,
          aliveAt: now - 30_000,
          signedInAt: now - 30_000,
          ended: { at: now - 20_000, ending: { reason: 'not-found', certain: true }, here: false },
        },
      },
    },
    [{ hint: 'cookies-blocked', after: 10_000 }],
  ],
  [
    'signing out at once is no riddle',
    {
      record: {
        facts: {
          held: true,
          aliveAt: now - 30_000,
          signedInAt: now - 30_000,
          ended: { at: now - 20_000, ending: { reason: 'signed-out', certain: true }, here: false },
        },
      },
    },
    [],
  ],
  [
    'the clock is wrong',
    { record: { facts: { ...alive, skew: { early: -3_601_000, late: -3_599_000, at: now } as never } } },
    [{ hint: 'clock-wrong', by: -3_600_000 }],
  ],
  [
    'a clock that is a little off',
    { record: { facts: { ...alive, skew: { early: 0, late: 60_000 } as never } } },
    [],
  ],
  [
    'three ends as early',
    { state: { endings: [12, 11, 12.5].map((each) => ending(each * minute)) } },
    [{ hint: 'harder-limit', early: 12 * minute, times: 3 }],
  ],
  [
    'an end that was early once',
    { state: { endings: [ending(50 * minute), ending(), ending(12 * minute)] } },
    [{ hint: 'ended-early', early: 12 * minute }],
  ],
  [
    'signed out or revoked is no limit',
    { state: { endings: [ending(12 * minute, 'signed-out'), ending(12 * minute, 'revoked')] } },
    [],
  ],
  ['ends in time', { state: { endings: [ending(), ending(30_000)] } }, []],
  [
    'a token per tab',
    { members: { expiry: [{ from: 'storage', area: 'session', key: 'token', as: 'jwt' }] } },
    [{ hint: 'token-per-tab', key: 'token' }],
  ],
  [
    'nothing but weak words',
    { members: { expiry: [{ from: 'idle', timeout: '1h' }] } },
    [{ hint: 'only-weak' }],
  ],
  ['watching', { members: { expiry: [] } }, [{ hint: 'watching' }]],
  [
    'two sources disagree',
    {
      members: { expiry: [{ from: 'element' }, { from: 'idle', timeout: '1h' }] },
      record: { facts: alive, told: { 0: fact(now + 60 * minute), 1: fact(now + 20 * minute) } },
    },
    [{ hint: 'sources-disagree', one: 'element', other: 'idle', by: 40 * minute }],
  ],
  [
    'two sources agree by the minute',
    {
      members: { expiry: [{ from: 'element' }, { from: 'idle', timeout: '1h' }] },
      record: { facts: alive, told: { 0: fact(now + 60 * minute), 1: fact(now + 60 * minute + 30_000) } },
    },
    [],
  ],
  [
    'what is past disagrees with nobody',
    {
      members: { expiry: [{ from: 'element' }, { from: 'idle', timeout: '1h' }] },
      record: { facts: alive, told: { 0: fact(now + 60 * minute), 1: fact(now - minute) } },
    },
    [],
  ],
  [
    'the look extends',
    { members: { look: { url: '/s' } }, record: { facts: alive, lookExtends: true } },
    [{ hint: 'look-extends' }],
  ],
  [
    'the look never said alive',
    { members: { look: { url: '/s' } }, record: { facts: { ...alive, lookedAt: now } } },
    [{ hint: 'look-unproven' }],
  ],
  ['nobody has looked so far', { members: { look: { url: '/s' } }, record: { facts: alive } }, []],
  [
    'a look that is proven',
    { members: { look: { url: '/s' } }, record: { facts: { ...alive, lookedAt: now }, lookProven: true } },
    [],
  ],
  [
    'cookies of a parent domain are hidden',
    {
      members: { expiry: [{ from: 'cookie', name: 'sid', as: 'jwt' }] },
      record: { facts: alive },
      access: { granted: (pattern) => !pattern.includes('*.') },
    },
    [{ hint: 'parent-cookie', host: 'example.com' }],
  ],
  [
    'the cookie was read',
    {
      members: { expiry: [{ from: 'cookie', name: 'sid', as: 'jwt' }] },
      record: { facts: alive, told: { 0: fact(now + minute) } },
      access: { granted: (pattern) => !pattern.includes('*.') },
    },
    [],
  ],
  [
    'an address has no parent',
    {
      members: {
        match: ['http://127.0.0.1:4310/*'],
        hosts: [],
        expiry: [{ from: 'cookie', name: 'sid', as: 'jwt' }],
      },
      record: { facts: alive, page: 'http://127.0.0.1:4310/' },
      access: { granted: (pattern) => !pattern.includes('*.') },
    },
    [],
  ],
  [
    'no header came',
    { members: { expiry: [{ from: 'header', url: '/*', name: 'x-ends' }] }, record: { facts: alive } },
    [{ hint: 'headers-unseen', names: ['x-ends'] }],
  ],
  ['no tab is open', { record: { facts: alive, tabs: 0 } }, [{ hint: 'no-tab' }]],
  ['renewed, probably', { record: { facts: alive, probably: true } }, [{ hint: 'probably' }]],
  [
    'a new token that the page would not get',
    { record: { facts: alive, stuck: 'new-token' } },
    [{ hint: 'new-token' }],
  ],
  [
    'keeping fresh waits',
    { record: { facts: alive, stuck: 'tab-used' } },
    [{ hint: 'stuck', why: 'tab-used' }],
  ],
])('%s', (_what, given, expected) => expect(hints(given)).toEqual(expected));
