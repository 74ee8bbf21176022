import type { Problem } from '../../shared/problem.ts';
import { readTheme } from '../../shared/theme/read-theme.ts';
import type { Policy } from '../policy/policy.ts';

const read = new WeakMap<object, readonly Problem[]>();

/** What is wrong with the theme of a policy. Only pages that tell it read it for that; each is read once. */
export function themeProblems({ theme }: Policy): readonly Problem[] {
  if (typeof theme !== 'object') return [];
  const known =
    read.get(theme) ??
    (readTheme(theme).problems ?? []).map((each) => ({
      ...each,
      field: ['theme', each.field].filter(Boolean).join('.'),
    }));
  read.set(theme, known);
  return known;
}
