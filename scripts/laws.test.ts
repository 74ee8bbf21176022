import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comingBack } from './coming-back.ts';
import { extensionLaws } from './extension-laws.ts';
import { breaks } from './laws.ts';
import { teamsLaws } from './teams-laws.ts';
import { voices } from './voices.ts';

it('every law has a break, told in docs/laws.md', () => {
  const broken = new Set([...breaks, ...extensionLaws].map(({ law }) => law));
  expect([...broken].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const told = readFileSync('docs/laws.md', 'utf8');
  for (const { tests } of [...breaks, ...extensionLaws])
    for (const test of tests) expect(told).toContain(test);
});

it.each([...breaks, ...extensionLaws, ...comingBack, ...voices, ...teamsLaws])(
  'law $law, $what: the code to break and the tests are there',
  ({ file, find, tests }) => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
    for (const test of tests) expect(existsSync(test)).toBe(true);
  },
);
