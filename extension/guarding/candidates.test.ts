import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfiles } from '../profile/read-profile.ts';
import { findCandidates, parentOf, type Candidate } from './candidates.ts';
import { cookieSeen, createChanges, type BrowserCookie } from './cookie-facts.ts';
import { answered } from './make-profile.ts';
import type { PageSeen, Seen } from './seen.ts';

const now = 1_795_176_000_000;
const minute = 60_000;
const end = now + 60 * minute;

const cookie = (name: string, how: Partial<BrowserCookie> = {}): BrowserCookie => ({
  name,
  value: 'secret-value',
  domain: 'app.example.com',
  httpOnly: true,
  secure: true,
  ...how,
});
const page = (how: Partial<PageSeen> = {}): PageSeen => ({
  title: '',
  path: '/',
  items: [],
  keys: [],
  cookies: [],
  forbids: false,
  signsIn: false,
  ...how,
});
const find = (cookies: BrowserCookie[], how: Partial<Seen> = {}) =>
  findCandidates(
    { host: 'app.example.com', headers: [], cookies: cookies.map((each) => cookieSeen(each, now)), ...how },
    now,
  );
const short = ({ strength, why, endsAt }: Candidate) => [strength, why, endsAt];

describe('A cookie', () => {
  it.each<[what: string, cookie: BrowserCookie, expected: unknown[][]]>([
    [
      'that states the end of the session',
      cookie('session_expires_at', { value: `${end / 1000}` }),
      [['strong', 'stated', end]],
    ],
    [
      'that states some end',
      cookie('expires_at', { value: `${end / 1000}` }),
      [['strong', 'stated-plain', end]],
    ],
    [
      'that states another end',
      cookie('trial_ends', { value: `${end / 1000}` }),
      [['unlikely', 'other-thing', end]],
    ],
    [
      'of a session, by its own expiry',
      cookie('connect.sid', { expirationDate: end / 1000 }),
      [['weak', 'own-expiry', end]],
    ],
    ['of a session, without expiry', cookie('connect.sid'), []],
    ['of nothing known', cookie('cart', { expirationDate: end / 1000 }), []],
    ['of statistics', cookie('_ga', { expirationDate: end / 1000 }), [['unlikely', 'analytics', end]]],
    ['of forms', cookie('XSRF-TOKEN', { expirationDate: end / 1000 }), [['unlikely', 'csrf', end]]],
    [
      'that lives for months',
      cookie('remember_me', { expirationDate: now / 1000 + 61 * 86_400 }),
      [['unlikely', 'long-lived', now + 61 * 86_400_000]],
    ],
    [
      'that lives for seconds',
      cookie('sid', { expirationDate: now / 1000 + 59 }),
      [['unlikely', 'short-lived', now + 59_000]],
    ],
    ['that is over', cookie('sid', { expirationDate: now / 1000 - 1 }), []],
    ['with a glob in its name', cookie('sid*', { expirationDate: end / 1000 }), []],
    ['that is empty', cookie('session_expires_at', { value: '' }), []],
  ])('%s', (_what, given, expected) => expect(find([given]).map(short)).toEqual(expected));

  it('that is another one each time is unlikely', () => {
    const changes = createChanges();
    for (const value of ['a', 'b', 'c']) changes.note([cookie('sid', { value })]);
    expect(changes.always('sid')).toBe(true);
    const seen = { ...cookieSeen(cookie('sid', { expirationDate: end / 1000 }), now), changes: true };
    expect(find([], { cookies: [seen] }).map(short)).toEqual([['unlikely', 'changes', end]]);
  });

  it('that stays while others change is not', () => {
    const changes = createChanges();
    for (const value of ['a', 'a', 'b']) changes.note([cookie('sid', { value })]);
    expect(changes.always('sid')).toBe(false);
  });

  it('of several of its name counts once: the one that ends first', () => {
    const [only, ...others] = find([
      cookie('sid', { expirationDate: end / 1000 + 60 }),
      cookie('sid', { expirationDate: end / 1000, domain: '.example.com' }),
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ endsAt: end, several: true, label: { host: 'example.com' } });
  });

  it('that is hidden needs access to the host above', () => {
    const seen = cookieSeen(cookie('sid', { expirationDate: end / 1000, domain: '.example.com' }), now, true);
    expect(find([], { cookies: [seen] })[0]).toMatchObject({
      hidden: true,
      reach: { host: 'example.com', pattern: 'https://example.com/*' },
    });
  });

  it('that may be sent without encryption needs access in that form', () => {
    const seen = cookieSeen(cookie('sid', { expirationDate: end / 1000, secure: false }), now, true);
    expect(find([], { cookies: [seen] })[0]!.reach!.pattern).toBe('http://app.example.com/*');
  });

  it('leaves nothing of its value behind', () => {
    const value = `vera|${end / 1000}|secret-mac`;
    const seen = [cookie('wordpress_logged_in_a', { value }), cookie('sid', { value: 'secret-sid' })];
    expect(JSON.stringify([seen.map((each) => cookieSeen(each, now)), find(seen)])).not.toMatch(
      /vera|secret/,
    );
  });
});

describe('A place', () => {
  const how = { as: 'jwt' } as const;
  it.each<[what: string, given: Partial<Seen>, expected: unknown[][]]>([
    [
      'is the page’s own element, and the look that it names',
      { page: page({ element: { phase: 'active', endsAt: end, look: '/api/session' } }) },
      [
        ['strong', 'element', end],
        ['strong', 'look', undefined],
      ],
    ],
    [
      'is no element of a session that is over',
      { page: page({ element: { phase: 'ended', endsAt: end } }) },
      [],
    ],
    [
      'is a token under a name that fits',
      { page: page({ items: [{ area: 'local', key: 'access-token', stated: { how, endsAt: end } }] }) },
      [['strong', 'token', end]],
    ],
    [
      'is hardly a token under another name',
      { page: page({ items: [{ area: 'session', key: 'widget', stated: { how, endsAt: end } }] }) },
      [['unlikely', 'other-name', end]],
    ],
    [
      'is a header',
      {
        headers: [
          { path: '/api/me', name: 'session-expires-at', stated: { how: { as: 'moment' }, endsAt: end } },
        ],
      },
      [['strong', 'header', end]],
    ],
  ])('%s', (_what, given, expected) => expect(find([], given).map(short)).toEqual(expected));

  it('comes in the order of how likely it is, then of time', () => {
    const found = find(
      [
        cookie('_ga', { expirationDate: end / 1000 }),
        cookie('sid', { expirationDate: end / 1000 }),
        cookie('expires_at', { value: `${end / 1000}` }),
        cookie('session_expires_at', { value: `${end / 1000 + 60}` }),
      ],
      { page: page({ element: { phase: 'active', endsAt: end } }) },
    );
    expect(found.map(({ why }) => why)).toEqual([
      'element',
      'stated',
      'stated-plain',
      'own-expiry',
      'analytics',
    ]);
  });

  it('is one that a profile takes, whatever its name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), fc.boolean(), (name, isCookie) => {
        const named = `${name}session_expires_at`;
        const stated = { how: { as: 'moment' as const }, endsAt: end };
        const found = isCookie
          ? find([cookie(named, { value: `${end / 1000}` })])
          : find([], { page: page({ items: [{ area: 'local', key: named, stated }] }) });
        for (const { source } of found) {
          const { hosts, ...members } = answered({ how: 'tells', source }, 'https://a.example.com');
          const site = { id: 'a', name: 'a', match: ['https://a.example.com/*'], hosts, ...members };
          expect(readProfiles({ version: 1, sites: [site] }).problems).toBeUndefined();
        }
      }),
    ));
});

it.each([
  ['.example.com', 'app.example.com', 'example.com'],
  ['example.com', 'app.example.com', 'example.com'],
  ['app.example.com', 'app.example.com', undefined],
  ['.app.example.com', 'app.example.com', undefined],
  ['.ample.com', 'app.example.com', undefined],
])('A cookie of %s seen at %s belongs to %s', (domain, host, parent) =>
  expect(parentOf(domain, host)).toBe(parent),
);
