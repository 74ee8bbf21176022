import fc from 'fast-check';
import { expect, it } from 'vitest';
import { siteOf } from '../profile/testing/example.ts';
import { newRecord } from '../session/record.ts';
import { viewOf, type Access } from '../session/view.ts';
import type { SessionRecord, SiteState } from '../stored.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { hintsOf } from './hints.ts';
import { timelineOf } from './timeline.ts';

const now = 1_795_176_000_000;
const access: Access = { granted: () => true, cookies: true };
const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ2ZXJhIn0.c2lnbmF0dXJl';

function textOf(put: string): string {
  const profile = siteOf({
    name: put.slice(0, 80) || 'A',
    expiry: [{ from: 'storage', area: 'session', key: put || 'k' }],
  });
  const record: SessionRecord = {
    ...newRecord({
      site: 'example',
      store: put,
      host: '',
      isPrivate: false,
      page: `https://app.example.com/?token=${put}`,
    }),
    savedAt: now,
    facts: { held: true, aliveAt: now, subject: put },
    problems: [{ at: now, code: put, field: put, found: put, expected: put }],
  };
  const state: SiteState = {
    guardedAt: now,
    endings: [
      {
        at: now,
        reason: 'expired',
        by: put,
        code: put,
        requestId: put,
        path: `/${put}/${put}`,
        early: 720_000,
      },
    ],
  };
  return diagnosisText({
    version: '0.1.0',
    now,
    profile,
    view: viewOf('example', profile, state, record, access, now),
    skew: 3000,
    hints: hintsOf(record, state, profile, access),
    events: timelineOf(record, state, profile),
  });
}

it('tells what support asks for', () => {
  const text = textOf('SESSION_EXPIRED');
  for (const part of [
    'app.example.com',
    'phase: active',
    'token-per-tab',
    'ended; expired',
    '720 s early',
    '2026-11-20T',
  ])
    expect(text).toContain(part);
});

it('of a request’s id there is enough to find it by', () =>
  expect(textOf('7f3c9a10-94a1-4d6e-9c1d-000000000000')).toContain('request 7f3c9a10…'));

it('no token is in it, wherever one was kept', () => {
  expect(textOf(secret)).not.toContain(secret.slice(0, 12));
  expect(textOf(`Bearer ${secret}`)).not.toContain(secret.slice(0, 12));
});

it('nothing that looks like a token is in it, whatever was kept', () => {
  const tokens = fc
    .string({
      unit: fc.constantFrom(...'abcXYZ0189-_.=+~%/!$&'),
      minLength: 20,
      maxLength: 80,
    })
    .filter((token) => /[A-Z0-9]/.test(token));
  fc.assert(
    fc.property(tokens, fc.constantFrom('', ' ', 'a=', 'x '), (token, before) => {
      const text = textOf(before + token);
      expect(text).not.toContain(token);
      expect(text.match(/[\w\-+=~.]{20,}/g) ?? []).toEqual([]);
    }),
  );
});
