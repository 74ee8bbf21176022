import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CookieSource, ValueSource } from './profile.ts';
import { readCookies, readSource, type Cookie } from './sources.ts';
import { siteOf } from './testing/example.ts';
import { isWeak } from './weak.ts';

const now = 1_795_176_000_000; // 2026-11-20T12:00:00Z
const times = { requestedAt: now, receivedAt: now + 400 };
const end = now + 3_600_000;
const stated = new Date(end).toISOString();

/** As it comes out of a profile. */
const source = (given: object) => siteOf({ expiry: [given] }).expiry[0] as ValueSource;
const cookie = (how: object = {}) => source({ from: 'cookie', name: 'login_*', ...how }) as CookieSource;
const header = (how: object = {}) => source({ from: 'header', url: '/*', name: 'x-ends', ...how });
const item = (how: object = {}) => source({ from: 'storage', area: 'local', key: 'session', ...how });
const response = (how: object = {}) => source({ from: 'response', url: '/*', ...how });

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const jwt = (claims: unknown) =>
  [{ alg: 'HS256' }, claims].map((part) => base64url(JSON.stringify(part))).join('.') + '.c2lnbmF0dXJl';
const token = jwt({ exp: end / 1000, iat: now / 1000, sub: 'vera@example.com', email: 'vera@example.com' });

describe('one value', () => {
  it.each<[what: string, source: ValueSource, value: unknown]>([
    ['a header', header(), stated],
    ['a header with a unit', header({ unit: 'in-s' }), '3600'],
    ['a part of a cookie', cookie({ split: '|', part: 1 }), `vera|${end / 1000}|mark`],
    ['a cookie with escapes', cookie({ split: '|', part: 1 }), `vera%7C${end / 1000}%7Cmark`],
    [
      'JSON in a cookie',
      cookie({ as: 'json', path: '/ends' }),
      encodeURIComponent(JSON.stringify({ ends: stated })),
    ],
    ['JSON of a known shape', item({ as: 'json' }), JSON.stringify({ expires_at: stated })],
    ['JSON by its path alone', item({ path: '/a/0' }), JSON.stringify({ a: [stated] })],
    ['JSON that is a text', item({ as: 'json', path: '' }), JSON.stringify(stated)],
    ['base64 of JSON', item({ as: 'base64-json', path: '/é' }), base64(JSON.stringify({ é: stated }))],
    [
      'base64url without padding',
      item({ as: 'base64-json', path: '/exp' }),
      base64url(JSON.stringify({ exp: stated, a: '??>' })),
    ],
    ['a JWT', item({ as: 'jwt' }), token],
    ['a JWT in JSON', item({ as: 'jwt', path: '/token' }), JSON.stringify({ token })],
    ['a reply of a known shape', response(), { expires_at: stated }],
    [
      'a reply by path and unit',
      response({ path: '/expires_in', unit: 'in-s' }),
      { access_token: 'a', expires_in: 3600 },
    ],
    ['a JWT in a reply', response({ path: '/access_token', as: 'jwt' }), { access_token: token }],
    ['a number in a reply', response({ path: '/exp', as: 'moment' }), { exp: end / 1000 }],
    [
      'a part of a text in a reply',
      response({ path: '/a', as: 'moment', split: ';', part: 0 }),
      { a: `${stated};x` },
    ],
  ])('%s', (_what, from, value) =>
    expect(readSource(from, value, times)).toMatchObject({ expiresAt: end, problems: [] }),
  );

  it.each<[code: string, source: ValueSource, value: unknown]>([
    ['no-zone', header(), '2026-11-20T13:00:00'],
    ['wrong-unit', header({ unit: 'rfc3339' }), '1795179600'],
    ['part-not-found', cookie({ split: '|', part: 3 }), 'a|b'],
    ['bad-escape', cookie({ as: 'moment' }), '100%'],
    ['not-json', item({ as: 'json' }), '{'],
    ['not-json', item({ as: 'base64-json' }), 'é'],
    ['path-not-found', item({ path: '/none' }), '{}'],
    ['path-not-found', item({ path: '/none', as: 'jwt' }), '{}'],
    ['path-not-found', response({ path: '/none', as: 'jwt' }), {}],
    ['unknown-shape', item({ as: 'json' }), '{"coupon":{"expires_at":"2026-11-20T13:00:00Z"}}'],
    ['not-a-jwt', item({ as: 'jwt' }), 'abc'],
    ['not-a-jwt', item({ as: 'jwt' }), 'a.b.c'],
    ['not-a-jwt', item({ as: 'jwt' }), `${token}.a.b`],
    ['not-a-jwt', item({ as: 'jwt' }), jwt([1])],
    ['no-exp', item({ as: 'jwt' }), jwt({ iat: 1 })],
    ['wrong-unit', item({ as: 'jwt' }), jwt({ exp: 'tomorrow' })],
    ['too-long', item({ as: 'json' }), ' '.repeat(65_537)],
    ['not-text', header(), {}],
    ['not-text', response({ path: '/a', as: 'jwt' }), { a: 1 }],
  ])('refused by name: %s', (code, from, value) => {
    const { expiresAt, problems } = readSource(from, value, times);
    expect(expiresAt).toBeUndefined();
    expect(problems.map((each) => each.code)).toEqual([code]);
  });

  it.each([
    [header(), ''],
    [header(), null],
    [cookie({ split: '|', part: 1 }), 'vera||mark'],
    [item({ as: 'jwt' }), undefined],
  ])('an empty value is absent: %j, %j', (from, value) =>
    expect(readSource(from, value, times)).toEqual({ problems: [] }),
  );

  it('is decoded once, not twice', () =>
    expect(readSource(cookie({ split: '%7C', part: 1 }), `a%257C${end / 1000}`, times).expiresAt).toBe(end));

  it('counts durations from the request, and says that the moment is local', () => {
    expect(readSource(header({ unit: 'in-s' }), '3600', times)).toMatchObject({
      expiresAt: end,
      relative: true,
    });
    expect(readSource(header(), stated, times).relative).toBeUndefined();
  });
});

describe('law 7', () => {
  it('of a JWT only exp, iat and the hash of sub are left', () => {
    const reading = readSource(item({ as: 'jwt' }), token, times);
    expect(reading).toEqual({
      expiresAt: end,
      issuedAt: now,
      subject: expect.stringMatching(/^\w{5,20}$/),
      problems: [],
    });
    expect(JSON.stringify(reading)).not.toMatch(/vera|eyJ/);
  });

  it('a reply names nobody', () => {
    const body = { user: { email: 'vera@example.com' }, expires: stated };
    expect(JSON.stringify(readSource(response(), body, times))).not.toContain('vera');
  });

  it('no refusal quotes a value, however short', () => {
    const refusal = readSource(cookie({ split: '|', part: 0 }), 'vera|1', times);
    expect(refusal.problems).toHaveLength(1);
    expect(JSON.stringify(refusal)).not.toContain('vera');
  });
});

describe('cookies', () => {
  const jar: Cookie[] = [
    { name: 'login_a', value: `x|${(end + 5000) / 1000}`, expirationDate: (end + 9000) / 1000 },
    { name: 'login_b', value: `x|${end / 1000}`, expirationDate: (end + 7000) / 1000 },
    { name: 'other', value: `x|${now / 1000}`, expirationDate: now / 1000 },
    { name: 'login_c', value: '', expirationDate: now / 1000 },
  ];
  const part = cookie({ split: '|', part: 1 });

  it('of several, the one that ends first counts, and that is said', () => {
    const { expiresAt, problems } = readCookies(part, jar, times);
    expect(expiresAt).toBe(end);
    expect(problems).toMatchObject([{ code: 'several-cookies', field: 'login_*', found: '2' }]);
  });

  it('of one, nothing is said', () =>
    expect(readCookies(part, jar.slice(1), times)).toMatchObject({ expiresAt: end, problems: [] }));

  it('where nothing says how to read the value, its own expiry counts, on the local clock', () =>
    expect(readCookies(cookie(), jar.slice(1), times)).toMatchObject({
      expiresAt: end + 7000,
      relative: true,
    }));

  it('that go with the browser are no reading', () =>
    expect(readCookies(cookie(), [{ name: 'login_a', value: 'x' }], times)).toEqual({ problems: [] }));

  it('that are not there are no reading', () =>
    expect(readCookies(part, [], times)).toEqual({ problems: [] }));

  it('one that cannot be read does not hide another', () =>
    expect(readCookies(part, [{ name: 'login_z', value: 'none' }, jar[1]!], times)).toMatchObject({
      expiresAt: end,
      problems: [{ code: 'part-not-found' }, { code: 'several-cookies' }],
    }));
});

it.each([
  [{ from: 'cookie', name: 'sid' }, true],
  [{ from: 'cookie', name: 'sid', as: 'moment' }, false],
  [{ from: 'idle', timeout: '1h' }, true],
  [{ from: 'header', url: '/*', name: 'x' }, false],
])('%j is weak: %s', (given, weak) => expect(isWeak(source(given))).toBe(weak));

it('never throws, whatever a page or a server writes', () => {
  const hows = [
    header(),
    cookie({ split: '|', part: 1 }),
    item({ as: 'jwt' }),
    item({ as: 'base64-json' }),
    response(),
  ];
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map(base64),
    fc.json().map((json) => `a.${base64url(json)}.b`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...hows), fc.oneof(texts, fc.anything()), (how, value) => {
      expect(readSource(how, value, times).problems).toBeInstanceOf(Array);
    }),
  );
});
