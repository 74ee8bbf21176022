import type { Theme, ThemeTokens } from './theme.ts';
import { hasSchemes, ruleOf, tokenNames, type TokenName } from './tokens.ts';
import { colorSpaces, genericFonts, type Color, type Dimension, type Shadow, type Values } from './values.ts';

/** Behind it, browsers that know no `light-dark()` keep the colours of their system. */
const knowsSchemes = '@supports (color: light-dark(red, red))';

/**
 * The theme as custom properties for a style sheet of the page. Every letter of a value is written here, from
 * numbers and names that were checked: nothing of a file is passed on as it is.
 *
 * @throws TypeError for a selector that could end the rule, or that is no simple one.
 */
export function cssOf(theme: Theme, selector = ':root'): string {
  if (!isSelector(selector)) throw new TypeError(`Not a selector for tokens: ${selector.slice(0, 80)}`);
  const always: string[] = [];
  const schemed: string[] = [];
  for (const name of tokenNames) {
    if (hasSchemes(name)) {
      const value = inSchemes(theme, name);
      if (value !== undefined) schemed.push(declaration(name, value));
    } else if (theme.both[name] !== undefined) always.push(declaration(name, valueCss(theme.both, name)));
  }
  const rule = (lines: string[], indent = '') =>
    lines.length
      ? `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}\n`
      : '';
  return rule(always) + (schemed.length ? `${knowsSchemes} {\n${rule(schemed, '  ')}}\n` : '');
}

const declaration = (name: TokenName, value: string) => `--session-guard-${name}: ${value};`;

function inSchemes({ light, dark }: Theme, name: TokenName): string | undefined {
  if (light[name] === undefined && dark[name] === undefined) return undefined;
  if (ruleOf(name).type === 'shadow') return shadowsInSchemes(light.shadow, dark.shadow);
  const [inLight, inDark] = [valueOrDefault(light, name, 0), valueOrDefault(dark, name, 1)];
  return inLight === inDark ? inLight : `light-dark(${inLight}, ${inDark})`;
}

/** `light-dark()` takes colours only: each scheme's shadows are clear in the other. */
function shadowsInSchemes(light?: readonly Shadow[], dark?: readonly Shadow[]): string {
  const write = (shadows: readonly Shadow[] | undefined, put: (color: string) => string) =>
    shadows ? shadows.map((each) => shadowCss(each, put)) : [defaultShadow(put)];
  const [inLight, inDark] = [write(light, (color) => color), write(dark, (color) => color)];
  if (inLight.join() === inDark.join()) return inLight.join(', ');
  return [
    ...write(light, (color) => `light-dark(${color}, transparent)`),
    ...write(dark, (color) => `light-dark(transparent, ${color})`),
  ].join(', ');
}

const defaultShadow = (put: (color: string) => string): string =>
  String(ruleOf('shadow').css).replace(/#\w+$/, put);

function valueOrDefault(tokens: ThemeTokens, name: TokenName, scheme: 0 | 1): string {
  if (tokens[name] !== undefined) return valueCss(tokens, name);
  const { css, same } = ruleOf(name);
  if (same) return `var(--session-guard-${same}, ${defaultCss(same as TokenName, scheme)})`;
  return typeof css === 'string' ? css : css[scheme];
}

function defaultCss(name: TokenName, scheme: 0 | 1): string {
  const { css } = ruleOf(name);
  return typeof css === 'string' ? css : css[scheme];
}

const valueCss = (tokens: ThemeTokens, name: TokenName): string =>
  (write[ruleOf(name).type] as (value: unknown) => string)(tokens[name]);

const write: { [Type in keyof Values]: (value: Values[Type]) => string } = {
  color: colorCss,
  dimension: dimensionCss,
  fontFamily: (names) => names.map(fontCss).join(', '),
  fontWeight: numberCss,
  number: numberCss,
  shadow: (shadows) => shadows.map((each) => shadowCss(each)).join(', '),
};

function numberCss(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('Not a number');
  return String(Number(value.toFixed(5)));
}

function dimensionCss({ value, unit }: Dimension): string {
  return numberCss(value) + (unit === 'rem' ? 'rem' : 'px');
}

/** A number of these spaces is a percentage in CSS. */
const percentages = { hsl: [1, 2], hwb: [1, 2] } as Partial<Record<keyof typeof colorSpaces, number[]>>;

export function colorCss({ colorSpace, components, alpha }: Color): string {
  if (!Object.hasOwn(colorSpaces, colorSpace)) throw new TypeError('Not a colour');
  const parts = components.map((each, index) => {
    if (each === 'none') return 'none';
    return numberCss(each) + (percentages[colorSpace]?.includes(index) ? '%' : '');
  });
  const seen = parts.join(' ') + (alpha < 1 ? ` / ${numberCss(alpha)}` : '');
  return /^(hsl|hwb|(ok)?(lab|lch))$/.test(colorSpace)
    ? `${colorSpace}(${seen})`
    : `color(${colorSpace} ${seen})`;
}

/** Anything but letters and digits as its number: a name cannot leave its quotation marks. */
const fontCss = (name: string): string =>
  genericFonts.includes(name)
    ? name
    : `"${name.replace(/[^\p{L}\p{N} _-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;

function shadowCss(
  { color, offsetX, offsetY, blur, spread, inset }: Shadow,
  put = (text: string) => text,
): string {
  const lengths = [offsetX, offsetY, blur, spread].map(dimensionCss).join(' ');
  return `${inset ? 'inset ' : ''}${lengths} ${put(colorCss(color))}`;
}

/** Selectors of elements, classes, ids, plain attributes and functions: nothing that could open or end anything. */
function isSelector(text: string): boolean {
  if (text.length > 200 || !text.trim()) return false;
  if (!/^(?:[\w\s.#:,>~+()-]|\*(?!\/)|\[[\w-]+(?:[~|^$*]?="[\w -]*")?\])+$/.test(text)) return false;
  let open = 0;
  for (const sign of text) {
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (open < 0) return false;
  }
  return open === 0;
}
