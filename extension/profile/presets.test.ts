import { describe, expect, it } from 'vitest';
import arcpExpired from '../../shared/fixtures/arcp.expired.json';
import arcpStatus from '../../shared/fixtures/arcp.session-status.json';
import asterwiseExpired from '../../shared/fixtures/asterwise.expired.json';
import trustLeadsExpired from '../../shared/fixtures/trust-leads.expired.json';
import { presetAt, presets } from './presets.ts';
import type { ValueSource } from './profile.ts';
import { readProfiles } from './read-profile.ts';
import { meaningOf } from './signs.ts';
import { readSource } from './sources.ts';

const base = 'http://127.0.0.1:4310';
const revoked = arcpExpired.type.replace('expired', 'revoked');

function siteAt(name: string) {
  const { profiles } = readProfiles(presetAt(name, `${base}/${name}/`));
  return profiles![0]!;
}

function meaning(name: string, path: string, status: number, json: unknown) {
  const url = `${base}/${name}${path}`;
  return meaningOf(siteAt(name), { kind: 'reply', url, method: 'GET', status, json, headers: new Headers() });
}

describe.each(Object.keys(presets))('%s', (name) => {
  it('is whole, as it stands and anywhere else', () => {
    expect(readProfiles(presets[name]).problems).toBeUndefined();
    expect(readProfiles(presetAt(name, 'https://dashboard.example.com')).problems).toBeUndefined();
    expect(siteAt(name)).toMatchObject({ id: name, match: [`${base}/${name}/*`], hosts: [] });
  });
});

it.each<
  [name: string, path: string, status: number, json: unknown, means: string | undefined, reason?: string]
>([
  ['arcp', '/agents', 401, arcpExpired, 'ended', 'expired'],
  ['arcp', '/agents', 401, { ...arcpExpired, error_code: undefined }, 'ended', 'expired'],
  ['arcp', '/agents', 401, { ...arcpExpired, type: revoked }, 'ended', 'revoked'],
  ['arcp', '/agents', 401, undefined, 'ended'],
  ['arcp', '/sso/redeem', 401, {}, undefined],
  ['arcp', '/debug/revoke', 401, {}, undefined],
  ['arcp', '/auth/session_status', 200, arcpStatus, 'alive'],
  ['arcp', '/auth/session_status', 200, { ...arcpStatus, valid: false }, 'ended'],
  ['arcp', '/auth/session_status', 200, { ...arcpStatus, session_exists: false }, 'ended', 'not-found'],
  ['arcp', '/auth/session_status', 401, {}, 'ended'],
  ['arcp', '/auth/login', 401, {}, undefined],
  ['arcp', '/auth/login', 200, undefined, 'alive'],
  ['arcp', '/auth/logout', 204, undefined, 'ended', 'signed-out'],
  ['arcp', '/agents', 200, {}, 'counted'],
  ['arcp', '/', 200, undefined, undefined],
  ['arcp', '/dashboard', 200, undefined, undefined],
  ['arcp', '/debug/session', 200, {}, undefined],
  ['asterwise', '/api/usage', 401, asterwiseExpired, 'ended', 'expired'],
  ['asterwise', '/api/usage', 401, { ...asterwiseExpired, error: 'session_revoked' }, 'ended', 'revoked'],
  ['asterwise', '/api/usage', 401, { ...asterwiseExpired, error: 'session_not_found' }, 'ended', 'not-found'],
  ['asterwise', '/api/v1/natal-chart', 401, { error: 'invalid_api_key' }, undefined],
  ['asterwise', '/api/verify', 401, asterwiseExpired, undefined],
  ['asterwise', '/api/verify/code', 401, asterwiseExpired, undefined],
  ['asterwise', '/api/dashboard', 401, undefined, 'ended'],
  ['asterwise', '/api/dashboard', 200, undefined, 'alive'],
  ['asterwise', '/api/session', 200, undefined, 'alive'],
  ['asterwise', '/api/session', 204, undefined, 'ended', 'signed-out'],
  ['asterwise', '/debug/session', 200, { expires_at: 1 }, undefined],
  ['trust-leads', '/auth/refresh', 401, trustLeadsExpired, 'ended', 'expired'],
  ['trust-leads', '/auth/refresh', 401, { code: 'SESSION_REVOKED' }, 'ended', 'revoked'],
  ['trust-leads', '/auth/refresh', 401, undefined, 'ended'],
  ['trust-leads', '/auth/refresh', 403, { code: 'CSRF_TOKEN_INVALID' }, undefined],
  ['trust-leads', '/api/session', 200, undefined, 'alive'],
  ['trust-leads', '/auth/sign-in', 200, { second_step: {} }, undefined],
  ['trust-leads', '/api/jobs', 401, { code: 'ACCESS_TOKEN_EXPIRED' }, undefined],
  ['trust-leads', '/api/jobs', 401, { code: 'SESSION_REVOKED' }, 'look'],
  ['trust-leads', '/auth/sign-out', 204, undefined, 'ended', 'signed-out'],
  ['trust-leads', '/api/leads', 401, trustLeadsExpired, 'look'],
  ['trust-leads', '/auth/refresh', 200, {}, 'look'],
  ['trust-leads', '/api/leads', 403, {}, undefined],
])('%s %s: %i %#', (name, path, status, json, means, reason) => {
  const found = meaning(name, path, status, json);
  expect([found?.means, found?.reason]).toEqual([means, reason]);
});

it('Trust Leads’ way to the sign-in is an end, at an address of one’s own too', () => {
  const list = `${base}/trust-leads/leads`;
  const led = (redirectTo: string) =>
    meaningOf(siteAt('trust-leads'), {
      kind: 'reply',
      url: list,
      method: 'GET',
      status: 302,
      headers: new Headers(),
      redirectTo,
    })?.means;
  expect(led('/trust-leads/signin?return_to=leads')).toBe('ended');
  expect(led('/trust-leads/leads/1')).toBeUndefined();
});

it('reads the end where ARCP states it', () => {
  const from = siteAt('arcp').expiry.find((source) => source.from === 'response') as ValueSource;
  const now = 1_795_176_000_000;
  expect(readSource(from, arcpStatus, { requestedAt: now, receivedAt: now })).toMatchObject({
    expiresAt: arcpStatus.expires * 1000,
    problems: [],
  });
});

it('Trust Leads is asked, and renewed, below an address of one’s own', () => {
  const { look, keepFresh, expiry } = siteAt('trust-leads');
  expect(look?.url).toBe('/trust-leads/api/session');
  expect(keepFresh).toMatchObject({ url: '/trust-leads/auth/refresh', csrf: { header: 'X-CSRF-Token' } });
  expect(expiry.map(({ from }) => from)).toEqual(['look', 'idle']);
});

it.each([
  ['arcp', 'nonsense'],
  ['arcp', 'javascript:alert(1)'],
  ['constructor', `${base}/`],
])('%s at %s is nothing', (name, address) => expect(presetAt(name, address)).toBeUndefined());
