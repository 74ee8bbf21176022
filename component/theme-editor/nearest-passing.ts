import { contrastOf, lighter } from '../../shared/theme/contrast.ts';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import { ruleOf, tokenNames, type TokenName } from '../../shared/theme/tokens.ts';
import type { Color } from '../../shared/theme/values.ts';
import { valueOf } from './standing.ts';

const step = 0.004;

/**
 * The colour of the same hue, as little lighter or darker as can be, that stands out from all it is seen on; where one
 * can be found, what is seen on it stands out, too. `undefined`: it does as it is, or there is none.
 */
export function nearestPassing(theme: Theme, scheme: Scheme, name: TokenName): Color | undefined {
  const color = valueOf(theme, name, scheme) as Color;
  const own = Object.entries(ruleOf(name).contrast ?? {}) as [TokenName, number][];
  const others = tokenNames.flatMap((token) => {
    const needed = ruleOf(token).contrast?.[name];
    return needed === undefined ? [] : [[token, needed] as const];
  });
  const fits = (candidate: Color, withOthers: boolean): boolean => {
    const tried = { ...theme, [scheme]: { ...theme[scheme], [name]: candidate } };
    return (
      own.every(([against, needed]) => contrastOf(tried, scheme, name, against) >= needed) &&
      (!withOthers || others.every(([token, needed]) => contrastOf(tried, scheme, token, name) >= needed))
    );
  };
  if (!own.length || fits(color, false)) return undefined;
  return search(color, (each) => fits(each, true)) ?? search(color, (each) => fits(each, false));
}

function search(color: Color, fits: (candidate: Color) => boolean): Color | undefined {
  for (let by = step; by <= 1; by += step)
    for (const way of [by, -by]) {
      const candidate = lighter(color, way);
      if (candidate && fits(candidate)) return candidate;
    }
  return undefined;
}
