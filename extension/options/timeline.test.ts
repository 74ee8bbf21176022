import { expect, it } from 'vitest';
import { siteOf } from '../profile/testing/example.ts';
import { newRecord } from '../session/record.ts';
import { timelineOf } from './timeline.ts';

const site = siteOf();
const record = {
  ...newRecord({ site: 'example', store: '0', host: '', isPrivate: false, page: 'https://app.example.com/' }),
  facts: { held: true, signedInAt: 1000, aliveAt: 3000, lookedAt: 3000 },
  told: { 2: { at: 9000, server: false, readAt: 2000, since: 2000, lifetime: 7000 } },
  problems: [{ at: 4000, code: 'no-zone', expected: 'a zone' }],
};
const state = {
  guardedAt: 500,
  endings: [{ at: 5000, reason: 'revoked' as const, by: 'sign 1', path: '/api/me' }],
};

it('tells the newest first, each with who said it', () =>
  expect(timelineOf(record, state, site)).toEqual([
    { at: 5000, what: 'ended', reason: 'revoked', by: 'sign 1', path: '/api/me' },
    { at: 4000, what: 'problem', problem: { code: 'no-zone', expected: 'a zone' } },
    { at: 3000, what: 'alive' },
    { at: 3000, what: 'looked' },
    { at: 2000, what: 'told', source: 'header', place: 2, endsAt: 9000 },
    { at: 1000, what: 'signed-in' },
    { at: 500, what: 'guarded' },
  ]));

it('says nothing of a source that the profile has no more', () =>
  expect(
    timelineOf({ ...record, told: { 40: record.told[2]! } }, undefined, site).map(({ what }) => what),
  ).not.toContain('told'));

it('of a site without a session there is only what happened before', () =>
  expect(timelineOf(undefined, state, site)).toHaveLength(2));
