import { describe, expect, it } from 'vitest';
import { readProfiles } from '../profile/read-profile.ts';
import type { PastEnding } from '../stored.ts';
import { answered, makeProfile, withAnswer } from './make-profile.ts';
import { agree, earlyEnds, proposalsFor } from './proposals.ts';
import type { Changed, WatchedEnd } from './watch-notes.ts';

const now = 1_795_176_000_000;
const minute = 60_000;
const hour = 60 * minute;

/** In minutes: how long after the sign-in, the last request, the last input. */
const end = (
  day: number,
  {
    signIn,
    request,
    input,
    changed = [],
    written,
  }: { signIn?: number; request?: number; input?: number; changed?: Changed[]; written?: string[] },
): WatchedEnd => {
  const at = now + day * 24 * hour;
  const before = (minutes?: number) => (minutes === undefined ? undefined : at - minutes * minute);
  return {
    at,
    changed,
    ...(signIn !== undefined && { signedInAt: before(signIn) }),
    ...(request !== undefined && { lastRequestAt: before(request) }),
    ...(input !== undefined && { lastInputAt: before(input) }),
    ...(written && { written }),
  };
};
const propose = (ends: WatchedEnd[], declined: string[] = [], site = {}) =>
  proposalsFor({ watch: { since: now, ends }, declined }, site);
const gone = (...names: string[]): Changed[] => names.map((name) => ({ what: 'cookie-gone', name }));
const idleTwice = [end(0, { signIn: 90, request: 30 }), end(1, { signIn: 300, request: 31 })];

describe('Two ends that agree', () => {
  it.each<[what: string, ends: WatchedEnd[], expected: object[]]>([
    [
      'on the time since the last request',
      idleTwice,
      [{ id: 'idle:1800000', kind: 'idle', expiry: [{ from: 'idle', timeout: '30m', since: 'counted' }] }],
    ],
    [
      'on the time since the last input alone',
      [end(0, { input: 60, request: 5 }), end(1, { input: 61, request: 25 })],
      [{ kind: 'idle', expiry: [{ from: 'idle', timeout: '1h', since: 'input' }] }],
    ],
    [
      'on the time since the sign-in',
      [
        end(0, { signIn: 480, request: 5, written: ['sid'] }),
        end(1, { signIn: 481, request: 90, written: ['sid'] }),
      ],
      [
        {
          kind: 'fixed',
          expiry: [{ from: 'idle', timeout: '8h', since: 'signed-in' }],
          signs: [{ name: 'signed-in', cookie: 'sid', gone: false, means: 'counted' }],
        },
      ],
    ],
    [
      'on a cookie that was gone, the one of the session first',
      [end(0, { changed: gone('cart', 'sid') }), end(1, { changed: gone('sid', 'cart') })],
      [{ id: 'cookie-gone:sid', signs: [{ cookie: 'sid', gone: true, means: 'ended' }] }],
    ],
    [
      'on a status',
      [0, 1].map((day) => end(day, { changed: [{ what: 'status', name: '401 /api/me' }] })),
      [{ kind: 'status', signs: [{ url: '/api/me', status: 401, means: 'ended' }] }],
    ],
    [
      'on a redirect',
      [0, 1].map((day) =>
        end(day, { changed: [{ what: 'redirect', name: 'https://id.example.com/login' }] }),
      ),
      [
        {
          kind: 'redirect',
          signs: [{ url: '/*', redirect: 'https://id.example.com/login*', means: 'ended' }],
        },
      ],
    ],
    ['on nothing', [end(0, { request: 30 }), end(1, { request: 40 })], []],
    [
      'on a status that says nothing',
      [0, 1].map((day) => end(day, { changed: [{ what: 'status', name: '503 /' }] })),
      [],
    ],
    ['on an end in the middle of use', [end(0, { request: 0.2 }), end(1, { request: 0.3 })], []],
    ['on a time that only one of them knows', [end(0, { request: 30 }), end(1, {})], []],
    ['on a sign-in of which nothing would tell', [end(0, { signIn: 480 }), end(1, { signIn: 480 })], []],
    ['on names that would be globs', [0, 1].map((day) => end(day, { changed: gone('*') })), []],
  ])('%s', (_what, ends, expected) => {
    const found = propose(ends);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it('on two times at once are proposed as either', () => {
    const ends = [0, 1].map((day) => end(day, { signIn: 61, request: 60, written: ['sid'] }));
    expect(propose(ends).map(({ kind, said }) => [kind, said.either])).toEqual([
      ['idle', true],
      ['fixed', true],
    ]);
  });

  it('on two times settle the other where one is in use', () => {
    const ends = [0, 1].map((day) => end(day, { signIn: 61, request: 60, written: ['sid'] }));
    const { expiry, signs } = propose(ends)[0]!;
    expect(propose(ends, [], { expiry, signs })).toEqual([]);
  });

  it('say what they are based on', () =>
    expect(propose(idleTwice)[0]!.said).toEqual({
      ends: idleTwice.map(({ at }) => at),
      measured: [30 * minute, 31 * minute],
      ms: 30 * minute,
    }));
});

describe('Nothing is proposed', () => {
  it('after one end', () => expect(propose(idleTwice.slice(0, 1))).toEqual([]));

  it('while one of the last three contradicts', () => {
    const other = end(2, { request: 90 });
    expect(propose([...idleTwice, other])).toEqual([]);
    expect(propose([other, ...idleTwice])).toEqual([]);
    expect(propose([other, ...idleTwice, end(3, { request: 30 })])).toHaveLength(1);
  });

  it('that was declined, nor what is as good as that', () => {
    expect(propose(idleTwice, ['idle:1800000'])).toEqual([]);
    expect(propose(idleTwice, ['idle:1740000'])).toEqual([]);
    expect(propose(idleTwice, ['idle:3600000', 'fixed:1800000'])).toHaveLength(1);
  });

  it('that the profile says already', () => {
    const { expiry, signs } = answered({ how: 'away', ms: 30 * minute }, 'https://a.example');
    expect(propose(idleTwice, [], { expiry, signs })).toEqual([]);
  });
});

it('Every rule that is proposed is one that a profile takes', () => {
  const site = makeProfile({ origin: 'https://a.example', name: 'a' }, { how: 'watch' }).site!;
  const changed: Changed[] = [
    ...gone('sid', 'a b;'),
    { what: 'status', name: '401 /api/"me' },
    { what: 'redirect', name: '/log in' },
    { what: 'redirect', name: '//evil.example/a' },
    { what: 'redirect', name: '/login' },
  ];
  const found = propose([0, 1].map((day) => end(day, { signIn: 90, request: 30, changed })));
  expect(found.map(({ kind }) => kind)).toEqual(['idle', 'fixed', 'cookie-gone', 'status', 'redirect']);
  for (const { expiry = [], signs = [] } of found) {
    const next = withAnswer(site, { expiry, signs, hosts: [] });
    expect(readProfiles({ version: 1, sites: [next] }).problems).toBeUndefined();
  }
});

it.each([
  [[10, 12], true],
  [[10, 12.1], false],
  [[60, 66], true],
  [[60, 67], false],
  [[480, 520, 500], true],
])('%j minutes agree: %s', (minutes, same) => expect(agree(minutes.map((each) => each * minute))).toBe(same));

describe('Ends before the stated one', () => {
  const ending = (early?: number, reason: PastEnding['reason'] = 'expired'): PastEnding => ({
    at: now,
    by: 'sign 0',
    reason,
    ...(early !== undefined && { early: early * minute }),
  });

  it.each<[what: string, endings: PastEnding[], expected: object | undefined]>([
    [
      'are counted',
      [12, 13, 14].map((each) => ending(each)),
      { times: 3, least: 12 * minute, most: 14 * minute },
    ],
    ['are told from the second on', [ending(12)], undefined],
    ['are not the person’s own', [ending(12, 'signed-out'), ending(12, 'revoked'), ending(12)], undefined],
    ['are not those of a clock', [ending(1), ending(0.5)], undefined],
    ['need a stated one', [ending(), ending()], undefined],
    [
      'are of the latest ten',
      [ending(12), ending(12), ...Array.from({ length: 10 }, () => ending(0))],
      undefined,
    ],
  ])('%s', (_what, endings, expected) => expect(earlyEnds({ endings })).toEqual(expected));
});
