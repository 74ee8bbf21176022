import { ruleOf, tokenNames, type TokenName } from './tokens.ts';

/** The tokens as the custom properties that our style sheets use, where the selector fits. */
export function tokensCss(selector: string): string {
  const rule = (names: readonly TokenName[], cssOf: (name: TokenName) => string | undefined) =>
    `${selector} {${names.map((name) => `--${name}: var(--session-guard-${name}, ${cssOf(name)});`).join('')}}`;
  const older = tokenNames.filter((name) => ruleOf(name).system);
  return `${rule(tokenNames, defaultOf)}
    @supports not (color: light-dark(red, red)) { ${rule(older, (name) => ruleOf(name).system)} }`;
}

function defaultOf(name: TokenName): string {
  const { css } = ruleOf(name);
  return typeof css === 'string' ? css : `light-dark(${css.join(', ')})`;
}
