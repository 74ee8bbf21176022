import { problem, type Problem } from '../../shared/problem.ts';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { themeKey } from '../stored.ts';

/** A theme file of the person's own, as it was written. */
export interface Kept {
  id: string;
  text: string;
}

export const keptLimits = { count: 20, together: 4 * 1024 * 1024 };

const before = themeKey('');

/** All that are in a storage. Each has a key of its own: a prompt reads the one that it wears, and no other. */
export const keptIn = (stored: object): Kept[] =>
  Object.entries(stored).flatMap(([key, text]) =>
    key.startsWith(before) && typeof text === 'string' ? [{ id: key.slice(before.length), text }] : [],
  );

/** A name for the key: of letters that a policy may name it by, and free. It stays when the theme is renamed. */
export function freeId(name: string, taken: readonly string[]): string {
  const wanted =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'theme';
  // What "default" means is fixed.
  const all = [...taken, 'default'];
  let id = wanted;
  for (let next = 2; all.includes(id); next += 1) id = `${wanted}-${next}`;
  return id;
}

/** Why it cannot be kept beside the others; nothing is kept of what is refused. */
export function refusedOf(text: string, others: readonly Kept[]): readonly Problem[] {
  const { problems = [] } = readTheme(text);
  if (problems.length) return problems;
  const together = others.reduce((sum, each) => sum + each.text.length, text.length);
  return others.length >= keptLimits.count || together > keptLimits.together ? [problem('full')] : [];
}
