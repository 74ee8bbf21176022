import { expect, it } from 'vitest';
import { problem } from './problem.ts';

it('quotes what was found, shortly', () => {
  expect(problem('no-zone', 'a zone', '2026-11-20 12:00:00', 'expires-at')).toEqual({
    code: 'no-zone',
    field: 'expires-at',
    found: '2026-11-20 12:00:00',
    expected: 'a zone',
  });
  expect(problem('x', 'y', 'word '.repeat(40)).found).toHaveLength(80);
});

it.each([
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  'Bearer 3f9c1a7be84d42d5a0c6e1f2',
  'sid=s%3Ak2J9vQxWz7LmN4pR8tYb1cD5',
])('never quotes a token: %s', (secret) => {
  const { found } = problem('x', 'y', secret);
  for (const part of secret.split(/[^\w]/)) if (part.length > 12) expect(found).not.toContain(part);
});

it('never quotes the user of an address', () => {
  expect(problem('x', 'y', 'http://user:word@host/').found).toBe('http://…@host/');
});

it('does not ask an object what it is', () => {
  const hostile = { toString: () => 'secret', toJSON: () => 'secret' };
  expect(problem('x', 'y', hostile).found).toBe('object');
});
