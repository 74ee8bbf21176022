import { describe, expect, test } from 'vitest';
import { takeReading } from '../../shared/facts.ts';
import { readPolicy } from '../../shared/policy.ts';
import { siteOf } from '../profile/testing/example.ts';
import { newRecord } from '../session/record.ts';
import { viewOf } from '../session/view.ts';
import type { SessionRecord } from '../stored.ts';
import { promptModelOf } from './prompt-model-of.ts';

const start = 1_800_000_000_000;
const end = start + 600_000;
const site = siteOf();
const place = { site: site.id, store: '', host: '', isPrivate: false, page: 'https://app.example.com/work' };
const access = { granted: () => true, cookies: true };
const { policy } = readPolicy({});

const reading = { source: 'look' as const, requestedAt: start, receivedAt: start };
const facts = takeReading({ held: false }, { ...reading, alive: { expiry: { at: end } } }, policy, start);
const alive: SessionRecord = { ...newRecord(place), facts, tabs: 1 };

const modelAt = (now: number, record = alive, of = site, state?: object) =>
  promptModelOf(viewOf('key', of, state as never, record, access, now), record);

test('far from the end there is nothing to show', () => expect(modelAt(start)).toBeUndefined());

test('a warning offers to stay only where something renews', () => {
  expect(modelAt(end - 1000)).toMatchObject({
    phase: 'warning',
    endsAt: end,
    canRenew: true,
    renewal: 'none',
  });
  const without = siteOf({ keepFresh: undefined });
  expect(modelAt(end - 1000, alive, without)).toMatchObject({ phase: 'warning', canRenew: false });
});

test('the end comes with the clock', () =>
  expect(modelAt(end + 1)).toMatchObject({ phase: 'expired', canRenew: false, limit: 'stated' }));

test('an ending has its reason, and where to sign in', () => {
  const ended = { reason: 'revoked' as const, certain: true };
  const over = takeReading(facts, { ...reading, requestedAt: start + 1, ended }, policy, start + 1);
  expect(modelAt(start + 2, { ...alive, facts: over })).toMatchObject({
    phase: 'ended',
    ending: ended,
    signIn: { href: 'https://app.example.com/dashboard', target: '_blank' },
  });
});

test('who was never signed in is asked nothing', () => {
  const never = {
    ...alive,
    facts: {
      held: false,
      ended: { at: start, here: false, ending: { reason: 'expired' as const, certain: true } },
    },
  };
  expect(modelAt(start + 2, never)).toBeUndefined();
});

describe('what was asked is shown', () => {
  const asking = (more: Partial<SessionRecord['asking']>) =>
    modelAt(end - 1000, { ...alive, asking: { ...alive.asking, ...more } });
  test('a renewal under way', () => expect(asking({ renewing: true })?.renewal).toBe('pending'));
  test('a renewal that failed', () =>
    expect(asking({ failed: { code: 'x', expected: 'y' } as never })?.renewal).toBe('failed'));
  test('a look', () => expect(asking({ looking: true })?.looking).toBe(true));
  test('no answer', () => expect(asking({ offline: true })?.offline).toBe(true));
  test('refusals, which bring back what was put away', () =>
    expect(asking({ refusals: 3 })?.refusals).toBe(3));
});

test('a site that is paused, asks by itself, or wants the badge only gets no prompt', () => {
  expect(modelAt(end + 1, alive, site, { paused: 'person' })).toBeUndefined();
  for (const prompt of ['site', 'badge'] as const)
    expect(modelAt(end + 1, alive, siteOf({ prompt }))).toBeUndefined();
});
