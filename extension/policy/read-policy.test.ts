import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { noPolicy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const site = { id: 'work', name: 'Work', match: ['https://work.example/*'] };
const minute = 60_000;

const whole = {
  organisation: 'Harbour Bank IT',
  contact: 'it@harbour.example',
  sites: [site],
  theme: { light: {} },
  language: 'de',
  limits: { longestKeepFresh: '4h', keepFresh: 'active' },
  newSites: { prompt: 'badge' },
  notifications: true,
  locks: ['sites', 'import'],
};

describe('A policy', () => {
  it('is read whole, durations in ms', () => {
    const { policy, problems } = readPolicy(whole);
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      ...whole,
      isGiven: true,
      sites: [{ ...site, expiry: [], prompt: 'guard' }],
      written: [site],
      limits: { longestKeepFresh: 240 * minute, keepFresh: 'active' },
    });
  });

  it.each([undefined, null, {}])('that is not there is none: %j', (given) =>
    expect(readPolicy(given)).toEqual({ policy: noPolicy, problems: [] }),
  );

  it('as text and numbers, as a registry has it, is the same', () => {
    const { sites, theme, limits, newSites, locks } = whole;
    const text = Object.fromEntries(
      Object.entries({ sites, theme, limits, newSites, locks }).map(([name, json]) => [
        name,
        JSON.stringify(json),
      ]),
    );
    expect(readPolicy({ ...whole, ...text, notifications: 1 })).toEqual(readPolicy(whole));
  });

  it('takes the file that the options export for its list of sites', () => {
    const file = JSON.stringify({ $schema: 'profile.schema.json', version: 1, sites: [site] });
    expect(readPolicy({ sites: file }).policy.sites).toHaveLength(1);
  });

  it('may name a theme that is built in', () =>
    expect(readPolicy({ theme: 'harbour' }).policy.theme).toBe('harbour'));

  it('has its theme checked by whoever can read one', () => {
    const { policy, problems } = readPolicy({ theme: { light: {} } }, () => [
      { code: 'bad-value', field: 'light.accent', expected: 'a colour' },
    ]);
    expect(policy.theme).toBeUndefined();
    expect(problems).toEqual([{ code: 'bad-value', field: 'theme.light.accent', expected: 'a colour' }]);
  });
});

describe('What is wrong is left out and named, and the rest holds', () => {
  test.each<[part: object, field: string, code: string]>([
    [{ organisation: '' }, 'organisation', 'bad-value'],
    [{ organisation: 7 }, 'organisation', 'bad-value'],
    [{ contact: 'a'.repeat(201) }, 'contact', 'bad-value'],
    [{ sites: 'no JSON' }, 'sites', 'bad-value'],
    [{ sites: '[{' }, 'sites', 'bad-value'],
    [{ sites: [site, { ...site, id: 'b', match: [] }] }, 'sites[1].match', 'bad-value'],
    [{ sites: [site, { ...site, id: 'b', colour: 'red' }] }, 'sites[1].colour', 'unknown-member'],
    [{ sites: [site, site] }, 'sites[1].id', 'duplicate-id'],
    [{ sites: [site, 7] }, 'sites[1]', 'bad-value'],
    [{ theme: 'no/name' }, 'theme', 'bad-value'],
    [{ theme: 7 }, 'theme', 'bad-value'],
    [{ language: 'no tag' }, 'language', 'bad-value'],
    [{ limits: { longestKeepFresh: 'long' } }, 'limits.longestKeepFresh', 'bad-value'],
    [{ limits: { longestKeepFresh: '0s' } }, 'limits.longestKeepFresh', 'bad-value'],
    [{ limits: { keepFresh: 'often' } }, 'limits.keepFresh', 'bad-value'],
    [{ limits: { most: 1 } }, 'limits.most', 'unknown-member'],
    [{ limits: [] }, 'limits', 'bad-value'],
    [{ newSites: { prompt: 'loud' } }, 'newSites.prompt', 'bad-value'],
    [{ notifications: 'yes' }, 'notifications', 'bad-value'],
    [{ locks: ['sites', 'doors'] }, 'locks[1]', 'bad-value'],
    [{ locks: 'sites' }, 'locks', 'bad-value'],
    [{ colour: 'red' }, 'colour', 'unknown-member'],
  ])('%j', (part, field, code) => {
    const { policy, problems } = readPolicy({ ...whole, ...part });
    expect(problems).toMatchObject([{ field, code, expected: expect.any(String) }]);
    const [name = ''] = Object.keys(part);
    const others = Object.entries(readPolicy(whole).policy).filter(
      ([other]) => ![name, name === 'sites' ? 'written' : ''].includes(other),
    );
    expect(policy).toMatchObject(Object.fromEntries(others));
  });

  it('of sites each by itself', () => {
    const { policy } = readPolicy({ sites: [{ ...site, id: '' }, site, 'x'] });
    expect([policy.sites.map(({ id }) => id), policy.written]).toEqual([['work'], [site]]);
  });

  it('of limits each by itself', () =>
    expect(readPolicy({ limits: { longestKeepFresh: 'x', keepFresh: 'never' } }).policy.limits).toEqual({
      keepFresh: 'never',
    }));

  it.each([[[]], ['text'], [7], [true]])('and what is no object is nothing: %j', (given) => {
    const { policy, problems } = readPolicy(given);
    expect([policy, problems[0]?.code]).toEqual([noPolicy, 'bad-value']);
  });

  it('and megabytes are nothing', () =>
    expect(readPolicy({ sites: 'x'.repeat(3e6) }).problems[0]?.code).toBe('too-long'));

  it('whatever it is: it never throws, and what it gives can be used', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record(
            Object.fromEntries(Object.keys(whole).map((name) => [name, fc.oneof(fc.anything(), fc.json())])),
            { requiredKeys: [] },
          ),
        ),
        (given) => {
          const { policy, problems } = readPolicy(given);
          expect(Array.isArray(policy.sites) && Array.isArray(policy.locks)).toBe(true);
          expect(policy.sites.length).toBe(policy.written.length);
          expect(problems.length).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 300 },
    ));
});
