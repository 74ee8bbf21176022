import { describe, expect, it } from 'vitest';
import { example, written } from '../profile/testing/example.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { fileName, moved, profilesOf, replaced, textOf, withFreeIds, type Profiles } from './documents.ts';

const other = { ...example(), id: 'other', name: 'Other' };

describe('what is stored', () => {
  it('is read from text and from JSON', () => {
    for (const stored of [written(example(), other), `\uFEFF${JSON.stringify(written(example(), other))}`])
      expect((profilesOf(stored) as Profiles).read.map(({ id }) => id)).toEqual(['example', 'other']);
  });
  it('is kept as written: durations stay words', () =>
    expect((profilesOf(written(example())) as Profiles).written[0]).toEqual(example()));
  it('is nothing before anybody saved', () =>
    expect(profilesOf(undefined)).toEqual({ written: [], read: [] }));
  it('that cannot be read is named, not emptied', () =>
    expect(profilesOf('{"version":')).toMatchObject({ problems: [{ code: 'not-json' }] }));
});

it('an export can be read again, and says its form', () => {
  const text = textOf([example(), other]);
  expect(JSON.parse(text)).toMatchObject({ $schema: expect.any(String), version: 1 });
  expect(readProfiles(text).profiles).toHaveLength(2);
});

it('one site is replaced, the others stay as they are', () =>
  expect(replaced([example(), other], { ...other, name: 'New' })).toEqual([
    example(),
    { ...other, name: 'New' },
  ]));

it.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, -1, ['a', 'b', 'c']],
  [0, 3, ['a', 'b', 'c']],
])('from %i to %i', (from, to, order) => expect(moved(['a', 'b', 'c'], from, to)).toEqual(order));

it('what is added never takes another’s id', () => {
  const added = withFreeIds([example(), example(), other], ['example', 'example-2']);
  expect(added.map(({ id }) => id)).toEqual(['example-3', 'example-4', 'other']);
});

it('files are named after the site, or all', () => {
  expect(fileName([other])).toBe('session-guard-other.json');
  expect(fileName([other, example()])).toBe('session-guard-sites.json');
});
