import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStated } from './stated.ts';

const now = 1_795_176_000_000; // 2026-11-20T12:00:00Z
const end = now + 3_600_000;
const seconds = end / 1000;
const iso = new Date(end).toISOString();
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${base64url({ alg: 'HS256' })}.${base64url(claims)}.c2ln`;

describe('A value states its end', () => {
  it.each<[what: string, from: 'cookie' | 'storage', name: string, value: string, how: object]>([
    ['as a moment', 'cookie', 'session_expires_at', encodeURIComponent(iso), { as: 'moment' }],
    ['as seconds', 'storage', 'sessionExpiresAt', `${seconds}`, { as: 'moment' }],
    ['as a JWT', 'storage', 'access-token', jwt({ exp: seconds }), { as: 'jwt' }],
    ['as JSON', 'storage', 'session', JSON.stringify({ expires_at: iso }), { as: 'json' }],
    ['as JSON in base64', 'cookie', 'session', base64url({ expires_at: iso }), { as: 'base64-json' }],
    ['as a text in JSON', 'storage', 'expires_at', JSON.stringify(iso), { as: 'json', path: '' }],
    [
      'beside a token',
      'storage',
      'auth',
      JSON.stringify({ access_token: 'x', expires_at: seconds }),
      { as: 'json', path: '/expires_at' },
    ],
    [
      'in a token in JSON',
      'storage',
      'auth',
      JSON.stringify({ token: jwt({ exp: seconds }) }),
      { as: 'jwt', path: '/token' },
    ],
    [
      'as WordPress does',
      'cookie',
      'wordpress_logged_in_0a1b',
      `vera%7C${seconds}%7Cmark%7Cmac`,
      { as: 'moment', split: '|', part: 1, unit: 'epoch-s' },
    ],
    [
      'as oidc-client does',
      'storage',
      'oidc.user:https://id.example.com:app',
      JSON.stringify({ access_token: 'x', expires_at: seconds }),
      { as: 'json', path: '/expires_at', unit: 'epoch-s' },
    ],
  ])('%s', (_what, from, name, value, how) =>
    expect(readStated(from, name, value, now)).toEqual({ how, endsAt: end }),
  );

  it.each<[why: string, name: string, value: string]>([
    ['a number under a name that promises none', 'sid', `${seconds}`],
    ['no zone', 'session_expires_at', '2026-11-20T13:00:00'],
    ['the past', 'session_expires_at', `${now / 1000 - 1}`],
    ['beyond 400 days', 'session_expires_at', `${now / 1000 + 401 * 86_400}`],
    ['a duration', 'session_timeout', '3600'],
    ['an encrypted token', 'access-token', 'a.b.c.d.e'],
    ['nothing', 'session', ''],
    ['another shape', 'session', JSON.stringify({ coupon: { expires_at: iso } })],
  ])('not with %s', (_why, name, value) => expect(readStated('storage', name, value, now)).toBeUndefined());

  it('never throws, and tells moments ahead or nothing', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('cookie', 'storage', 'header'),
        fc.string(),
        fc.string(),
        (from, name, value) => {
          const stated = readStated(from as 'cookie', name, value, now);
          return stated === undefined || stated.endsAt > now;
        },
      ),
    ));
});
