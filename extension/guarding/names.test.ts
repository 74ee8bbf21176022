import { describe, expect, it } from 'vitest';
import { endNamed, exactSessionNames, isSessionLike, speaksAgainst } from './names.ts';

describe('A name', () => {
  it.each([
    'sid',
    'session',
    'SESSION_ID',
    'sessionToken',
    'connect.sid',
    'JSESSIONID',
    'PHPSESSID',
    'laravel_session',
    '.AspNetCore.Cookies',
    'next-auth.session-token',
    '__Secure-next-auth.session-token',
    '__Host-sid',
    'auth_token',
    'remember_web_59ba36addc2b2f94',
    'login_token',
    'access-token',
    'idToken',
    'ASP.NET_SessionId',
    'user_id',
  ])('may be one of a session: %s', (name) => expect(isSessionLike(name)).toBe(true));

  it.each(['cart', 'prefs', 'id', 'user', 'last_seen', 'X-Region', '', '-', 'obsession'])(
    'says nothing of a session: %s',
    (name) => expect(isSessionLike(name)).toBe(false),
  );

  it.each([
    ['_ga', 'analytics'],
    ['_ga_ABC123', 'analytics'],
    ['_gid', 'analytics'],
    ['ai_session', 'analytics'],
    ['_fbp', 'advertising'],
    ['OptanonConsent', 'consent'],
    ['cookieconsent_status', 'consent'],
    ['XSRF-TOKEN', 'csrf'],
    ['csrftoken', 'csrf'],
    ['__Host-csrf_session', 'csrf'],
    ['__RequestVerificationToken', 'csrf'],
    ['lang', 'language'],
    ['theme', 'appearance'],
    ['ab_session', 'experiment'],
  ])('speaks against one: %s (%s)', (name, why) => {
    expect(speaksAgainst(name)).toBe(why);
    expect(isSessionLike(name)).toBe(false);
  });

  it.each([
    ['session_expires_at', 'session'],
    ['sessionExpiresAt', 'session'],
    ['tokenExpiry', 'session'],
    ['__Host-session-exp', 'session'],
    ['expires_at', 'plain'],
    ['exp', 'plain'],
    ['validUntil', 'plain'],
    ['expires', 'plain'],
    ['cache_expires', 'other'],
    ['trial_ends_at', 'other'],
    ['account_expires', 'other'],
    ['csrf_token_expires', 'other'],
    ['session', undefined],
    ['explain', undefined],
    ['sid', undefined],
  ])('promises an end: %s (%s)', (name, what) => expect(endNamed(name)).toBe(what));

  it('that is asked for by itself suggests a session', () =>
    expect(exactSessionNames.filter((name) => !isSessionLike(name))).toEqual([]));

  it('is looked at in no time, however long', () => {
    const name = 'session_'.repeat(100_000);
    const from = performance.now();
    speaksAgainst(name);
    endNamed(name);
    isSessionLike(name);
    expect(performance.now() - from).toBeLessThan(200);
  });
});
