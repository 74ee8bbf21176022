import type { Problem } from '../../shared/problem.ts';

/** A problem for people to read. */
export const lineOf = ({ code, field, found, expected }: Problem): string =>
  [field && `${field}:`, code, found && `(found: ${found})`, expected && `expected: ${expected}`]
    .filter(Boolean)
    .join(' ');
