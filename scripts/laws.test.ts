import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comingBack } from './coming-back.ts';
import { breaks } from './laws.ts';
import { voices } from './voices.ts';

it('every law but that of the extension has a break, told in docs/laws.md', () => {
  expect([...new Set(breaks.map(({ law }) => law))]).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10]);
  const told = readFileSync('docs/laws.md', 'utf8');
  for (const { tests } of breaks) for (const test of tests) expect(told).toContain(test);
});

it.each([...breaks, ...comingBack, ...voices])(
  'law $law, $what: the code to break and the tests are there',
  ({ file, find, tests }) => {
    expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
    for (const test of tests) expect(existsSync(test)).toBe(true);
  },
);
