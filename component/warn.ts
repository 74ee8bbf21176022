import type { Problem } from '../shared/problem.ts';

/** Warns once in the console of each problem: which attribute, what was found, what would be right. */
export function createWarner(): (problem: Problem) => void {
  const warned = new Set<string>();
  return ({ code, field, found, expected }) => {
    const value = found === undefined ? '' : `="${found}"`;
    const line = `<session-guard>${field ? ` ${field}${value}` : ''}: ${code}${expected ? `; expected ${expected}` : ''}`;
    if (warned.has(line)) return;
    warned.add(line);
    console.warn(line);
  };
}
