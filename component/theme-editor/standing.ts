import { aliasOf } from '../../shared/theme/token-tree.ts';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import { hasSchemes, ruleOf, type TokenName } from '../../shared/theme/tokens.ts';
import { hexColor, type Dimension, type Shadow, type Values } from '../../shared/theme/values.ts';
import { valueAt, type Steps, type ThemeFile } from './file.ts';

type Value = Values[keyof Values];

/** How a token stands in a file. */
export interface Standing {
  /** Where its value is written; `undefined` where it keeps its default. */
  path?: Steps;
  /** The token that it points at, as `palette.blue`, or a pointer. */
  alias?: string;
  /** What holds, the default included. */
  value: Value;
}

/** `scheme` matters for colours and shadows only. */
export function standingOf(file: ThemeFile, theme: Theme, name: TokenName, scheme: Scheme): Standing {
  const value = valueOf(theme, name, scheme);
  const places = hasSchemes(name) ? [scheme, 'both'] : ['both'];
  const place = places.find((each) => valueAt(file, [each, name]) !== undefined);
  if (place === undefined)
    return theme[hasSchemes(name) ? scheme : 'both'][name] ? { path: [], value } : { value };
  const path = [place, name];
  const alias = aliasIn(valueAt(file, path));
  return alias === undefined ? { path, value } : { path, value, alias };
}

/** What a token as it is written points at. */
export function aliasIn(token: unknown): string | undefined {
  const { $value, $ref } = Object(token) as Record<string, unknown>;
  const alias = aliasOf($ref === undefined ? $value : { $ref });
  return alias
    ?.replace(/^\{|\}$/g, '')
    .replace(/^#\//, '')
    .replace(/\/\$value$/, '')
    .replaceAll('/', '.');
}

export function valueOf(theme: Theme, name: TokenName, scheme: Scheme): Value {
  const own = theme[hasSchemes(name) ? scheme : 'both'][name] as Value | undefined;
  return own ?? defaultOf(theme, name, scheme);
}

/** What a token is when nobody says; some follow others. */
export function defaultOf(theme: Theme, name: TokenName, scheme: Scheme): Value {
  const { css, same, type } = ruleOf(name);
  if (same) return valueOf(theme, same as TokenName, scheme);
  const text = typeof css === 'string' ? css : css[scheme === 'light' ? 0 : 1];
  if (type === 'color') return hexColor(text)!;
  if (type === 'fontFamily') return text.split(',').map((each) => each.trim());
  if (type === 'shadow') return [shadowOf(text)];
  return type === 'dimension' ? dimensionOf(theme, text) : Number(text);
}

function dimensionOf(theme: Theme, text: string): Dimension {
  const [, other, share] = /^calc\(var\(--([\w-]+)\) \* ([\d.]+)\)$/.exec(text) ?? [];
  if (!other) return lengthOf(text);
  const { value, unit } = valueOf(theme, other as TokenName, 'light') as Dimension;
  return { value: value * Number(share), unit };
}

const lengthOf = (text: string): Dimension => ({
  value: Number.parseFloat(text),
  unit: text.endsWith('rem') ? 'rem' : 'px',
});

function shadowOf(text: string): Shadow {
  const parts = text.split(' ');
  const color = hexColor(parts.pop()!)!;
  const [offsetX, offsetY, blur, spread] = [...parts, '0', '0'].map(lengthOf);
  return { color, offsetX: offsetX!, offsetY: offsetY!, blur: blur!, spread: spread!, inset: false };
}
