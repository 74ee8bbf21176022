import { ruleOf, tokenNames, type TokenName } from './tokens.ts';

/** The tokens as a table in Markdown, for `docs/themes.md`. */
export const tokensTable = (): string =>
  ['| token | type | default | limits | for |', '| - | - | - | - | - |', ...tokenNames.map(row)].join('\n');

function row(name: TokenName): string {
  const { type, css, about } = ruleOf(name);
  const usual = typeof css === 'string' ? `\`${css}\`` : css.map((each) => `\`${each}\``).join(', dark ');
  return `| \`${name}\` | ${type} | ${usual} | ${limitsOf(name)} | ${about} |`;
}

function limitsOf(name: TokenName): string {
  const { least, most, translucent, contrast = {} } = ruleOf(name);
  const told = Object.entries(contrast).map(([against, needed]) => `${needed}:1 on \`${against}\``);
  if (most !== undefined) told.push(`${least}–${most} px`);
  if (translucent) told.push('may be translucent');
  return told.join(', ');
}
