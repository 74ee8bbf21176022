import { contrastOf } from '../../shared/theme/contrast.ts';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import { ruleOf, tokenNames, type TokenName } from '../../shared/theme/tokens.ts';

/** One colour seen on another. */
export interface Pair {
  token: TokenName;
  against: TokenName;
  ratio: number;
  needed: number;
  /** WCAG 2.2; of what is no text there is no AAA. */
  level: 'fail' | 'AA' | 'AAA';
}

/** All that the token takes part in: what it is seen on, else what is seen on it. */
export function pairsOf(theme: Theme, scheme: Scheme, name: TokenName): Pair[] {
  const own = Object.keys(ruleOf(name).contrast ?? {}).map(
    (against) => [name, against as TokenName] as const,
  );
  const others = tokenNames.flatMap((token) =>
    Object.hasOwn(ruleOf(token).contrast ?? {}, name) ? [[token, name] as const] : [],
  );
  const pairs = (list: (readonly [TokenName, TokenName])[]) =>
    list.map(([token, against]) => pairOf(theme, scheme, token, against));
  if (own.length) return [...pairs(own), ...pairs(others)];
  // Much may be seen on it: what is hardest to read, and all that is too hard.
  const seen = pairs(others).sort((one, other) => one.ratio / one.needed - other.ratio / other.needed);
  return seen.filter(({ level }, at) => at === 0 || level === 'fail');
}

function pairOf(theme: Theme, scheme: Scheme, token: TokenName, against: TokenName): Pair {
  const needed = ruleOf(token).contrast?.[against] ?? 0;
  const ratio = contrastOf(theme, scheme, token, against);
  const best = needed >= 4.5 && ratio >= 7 ? 'AAA' : 'AA';
  return { token, against, ratio, needed, level: ratio < needed ? 'fail' : best };
}
