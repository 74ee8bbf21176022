import { describe, expect, it, test } from 'vitest';
import { siteOf } from '../session/testing.ts';
import type { SiteState } from '../stored.ts';
import {
  freeOf,
  limited,
  lockedBy,
  preferencesInForce,
  siteLockedBy,
  sitesInForce,
  stateInForce,
} from './in-force.ts';
import { lockNames } from './locks.ts';
import { noPolicy, type Policy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const hour = 3_600_000;
const policyOf = (given: object): Policy => readPolicy(given).policy;
const site = (id: string, part: object = {}) => ({
  id,
  name: id,
  match: [`https://${id}.example/*`],
  ...part,
});
const open = { by: 'request', url: '/renew', while: 'open', idle: '10m', atMost: '8h' };

describe('Locked', () => {
  test.each(lockNames)('is %s by its lock, and by nothing else', (name) => {
    expect(lockedBy(policyOf({ organisation: 'IT', locks: [name] }), name)).toEqual({ organisation: 'IT' });
    const others = lockNames.filter((other) => other !== name && !(name === 'import' && other === 'sites'));
    expect(lockedBy(policyOf({ locks: others }), name)).toBeUndefined();
    expect(lockedBy(noPolicy, name)).toBeUndefined();
  });

  test.each([
    { theme: 'x' },
    { language: 'de' },
    { notifications: false },
    { newSites: { prompt: 'badge' } },
  ])('is what was decided: %j', (given) => {
    const [name] = Object.keys(given) as 'theme'[];
    expect(lockedBy(policyOf(given), name!)).toBeDefined();
    expect(freeOf({ [name!]: 'mine', other: 1 }, policyOf(given))).toEqual({ other: 1 });
  });

  it('is importing where sites are', () =>
    expect(lockedBy(policyOf({ locks: ['sites'] }), 'import')).toBeDefined());

  it('is a site of the organisation always, and one of the person with all of them', () => {
    expect(siteLockedBy(policyOf({ sites: [site('a')] }), 'a')).toBeDefined();
    expect(siteLockedBy(policyOf({ sites: [site('a')] }), 'b')).toBeUndefined();
    expect(siteLockedBy(policyOf({ locks: ['sites'] }), 'b')).toBeDefined();
  });
});

describe('Guarded', () => {
  it('are sites of the organisation first, and never a second one of the same id', () => {
    const own = [siteOf(site('b')), siteOf(site('a', { name: 'Mine' }))];
    const sites = sitesInForce(own, policyOf({ sites: [site('a')] }));
    expect(sites.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  it('are the same as ever without a policy', () => {
    const own = [siteOf(site('b'))];
    expect(sitesInForce(own, noPolicy)).toBe(own);
  });
});

describe('Kept fresh', () => {
  const keepFresh = (limits: object, how: object = open) =>
    limited(siteOf({ keepFresh: how }), policyOf({ limits })).keepFresh;

  it('is no longer than the limit, nor longer than the profile says', () => {
    expect(keepFresh({ longestKeepFresh: '4h' })?.atMost).toBe(4 * hour);
    expect(keepFresh({ longestKeepFresh: '9h' })?.atMost).toBe(8 * hour);
    expect(keepFresh({ longestKeepFresh: '4h' }, { by: 'request', url: '/renew' })?.atMost).toBe(4 * hour);
  });

  it('is only a person who is there, where the limit says so', () => {
    expect(keepFresh({ keepFresh: 'active' })?.while).toBe('active');
    expect(keepFresh({ keepFresh: 'open' })?.while).toBe('open');
    expect(keepFresh({ keepFresh: 'open' }, { by: 'request', url: '/renew' })?.while).toBe('active');
  });

  it('stays possible by a click, where nothing is kept fresh', () =>
    expect(keepFresh({ keepFresh: 'never' })).toMatchObject({ url: '/renew' }));
});

describe('The state of a site', () => {
  const state: SiteState = { guardedAt: 0, endings: [], keepFresh: { since: 10, until: 8 * hour } };
  const given = { sites: [site('a')] };

  it('ends what runs already by the limit', () => {
    const { keepFresh } = stateInForce(state, policyOf({ limits: { longestKeepFresh: '4h' } }), 'b');
    expect(keepFresh).toEqual({ since: 10, until: 10 + 4 * hour });
    expect(stateInForce(state, policyOf({ limits: { longestKeepFresh: '9h' } }), 'b')).toEqual(state);
  });

  it('is off where nothing is to be kept fresh', () =>
    expect(stateInForce(state, policyOf({ limits: { keepFresh: 'never' } }), 'b').keepFresh).toBeUndefined());

  test.each<[SiteState['paused'], object, string, SiteState['paused']]>([
    ['unconfirmed', given, 'a', undefined],
    ['unconfirmed', given, 'b', 'unconfirmed'],
    ['person', given, 'a', 'person'],
    ['person', { ...given, locks: ['sites'] }, 'a', undefined],
    ['person', { ...given, locks: ['sites'] }, 'b', 'person'],
  ])('paused by %s, under %j: %s is paused by %s', (paused, policy, id, wanted) =>
    expect(stateInForce({ ...state, paused }, policyOf(policy), id).paused).toBe(wanted),
  );
});

describe('Preferences', () => {
  it('are the person’s but for what was decided', () => {
    const own = { language: 'fr', notifications: true };
    const policy = policyOf({ notifications: false, newSites: { prompt: 'badge' }, locks: ['language'] });
    expect(preferencesInForce(own, policy)).toEqual({
      language: 'fr',
      notifications: false,
      newSites: { prompt: 'badge' },
      theme: 'default',
    });
  });
});
