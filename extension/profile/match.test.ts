import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';
import {
  accessFor,
  addressFrom,
  isPageOf,
  isWithin,
  matches,
  matchesAddress,
  matchesStatus,
  readPattern,
  resolve,
} from './match.ts';

describe('globs', () => {
  it.each([
    ['sid*', 'sid.1', true],
    ['sid*', 'sid', true],
    ['sid', 'sid.1', false],
    ['*', '', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false],
    ['*a*a*', 'a', false],
    ['a*b*b', 'ab', false],
    ['a.c', 'abc', false],
    ['', '', true],
  ])('%s and %s: %s', (glob, text, is) => expect(matchesGlob(glob, text)).toBe(is));

  it('say what a pattern with .* would', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '*') }),
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (glob, text) => {
          expect(matchesGlob(glob, text)).toBe(new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(text));
        },
      ),
    ));

  it('take no long time where every star could be anywhere', () =>
    expect(matchesGlob('*a'.repeat(200) + 'b', 'a'.repeat(20_000))).toBe(false));
});

describe('match patterns', () => {
  it.each([
    ['https://app.example.com/*', 'https://app.example.com/', true],
    ['https://app.example.com/*', 'https://app.example.com:8443/', true],
    ['https://app.example.com:8443/*', 'https://app.example.com/', false],
    ['https://app.example.com:443/*', 'https://app.example.com/', true],
    ['http://localhost:*/*', 'http://localhost:4310/arcp', true],
    ['https://app.example.com/*', 'http://app.example.com/', false],
    ['*://app.example.com/*', 'http://app.example.com/', true],
    ['*://app.example.com/*', 'ftp://app.example.com/', false],
    ['https://*.example.com/*', 'https://example.com/', true],
    ['https://*.example.com/*', 'https://a.b.example.com/', true],
    ['https://*.example.com/*', 'https://badexample.com/', false],
    ['https://app.example.com/*', 'https://app.example.com.other.example/', false],
    ['https://app.example.com/*', 'https://app.example.com@other.example/', false],
    ['https://app.example.com/*', 'https://user@app.example.com/', false],
    ['https://app.example.com/a', 'https://app.example.com/a#part', true],
    ['https://app.example.com/a', 'https://app.example.com/a?b', false],
    ['https://app.example.com/*b', 'https://app.example.com/a?b', true],
    ['http://[::1]/*', 'http://[::1]:80/', true],
    ['https://app.example.com/*', 'nonsense', false],
    ['nonsense', 'https://app.example.com/', false],
  ])('%s, %s: %s', (pattern, address, is) => expect(matches(pattern, address)).toBe(is));

  it.each([
    '*://*/*',
    'https://*.com/*',
    'https://a*.example.com/*',
    'https://app.example.com',
    'https://a b/*',
    'https://ÄPP.example/*',
    'wss://app.example.com/*',
  ])('%s is none', (pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
    expect(accessFor(pattern)).toBeUndefined();
  });

  it.each([
    ['https://app.example.com:8443/app/*', 'https://app.example.com/*'],
    ['*://*.example.com/*', '*://*.example.com/*'],
    ['http://127.0.0.1:4310/arcp/*', 'http://127.0.0.1/*'],
  ])('the permission for %s is %s', (pattern, access) => expect(accessFor(pattern)).toBe(access));

  it.each([
    ['https://app.example.com/*', 'https://app.example.com/a', true],
    ['https://*.example.com/*', 'https://*.app.example.com/*', true],
    ['https://*.example.com/*', 'https://example.com/*', true],
    ['https://app.example.com/*', 'https://*.app.example.com/*', false],
    ['https://app.example.com/*', '*://app.example.com/*', false],
    ['https://app.example.com:8443/*', 'https://app.example.com/*', false],
  ])('within %s is %s: %s', (outer, inner, is) =>
    expect(isWithin({ match: [outer], hosts: [] }, inner)).toBe(is),
  );
});

const site = {
  match: ['https://app.example.com:8443/app/*', 'https://app.example.com:8443/more/*'],
  hosts: ['https://api.example.com/*'],
};

describe('addresses of a site', () => {
  it('are relative to any host of it, once each', () =>
    expect(resolve(site, '/api/*')).toEqual([
      'https://app.example.com:8443/api/*',
      'https://api.example.com/api/*',
    ]));

  it.each([
    ['/api/*', 'https://api.example.com/api/me', true],
    ['/api/*', 'https://app.example.com:8443/api/me', true],
    ['/api/*', 'https://app.example.com/api/me', false],
    ['/api/*', 'https://other.example/api/me', false],
    ['/api/me', 'https://api.example.com/api/me?fresh=1#top', true],
    ['/api/me?fresh=*', 'https://api.example.com/api/me?fresh=1', true],
    ['/api/me?fresh=*', 'https://api.example.com/api/me', false],
    ['https://api.example.com/api/me', 'https://api.example.com/api/me?fresh=1', true],
    ['https://api.example.com/api/me', 'https://app.example.com:8443/api/me', false],
  ])('%s, %s: %s', (glob, address, is) => expect(matchesAddress(site, glob, address)).toBe(is));

  it('pages are those of match alone', () => {
    expect(isPageOf(site, 'https://app.example.com:8443/app/')).toBe(true);
    expect(isPageOf(site, 'https://app.example.com:8443/other/')).toBe(false);
    expect(isPageOf(site, 'https://api.example.com/')).toBe(false);
  });

  const page = 'https://app.example.com:8443/app/list?page=2#row';
  it.each([
    ['/api/session', 'https://app.example.com:8443/api/session'],
    ['.', 'https://app.example.com:8443/app/list?page=2'],
    ['https://api.example.com/session', 'https://api.example.com/session'],
    ['https://other.example/session', undefined],
    ['//other.example/session', undefined],
    ['javascript:alert(1)', undefined],
  ])('a request to %s goes to %s', (named, address) => expect(addressFrom(site, named, page)).toBe(address));

  it('a page elsewhere asks nothing', () =>
    expect(addressFrom(site, '/api/session', 'https://other.example/')).toBeUndefined());
});

it.each([
  [401, 401, true],
  [401, 403, false],
  ['2xx', 204, true],
  ['2xx', 302, false],
  [[401, '5xx'], 503, true],
  [[401, '5xx'], 403, false],
])('status %j, %i: %s', (wanted, status, is) => expect(matchesStatus(wanted, status)).toBe(is));
