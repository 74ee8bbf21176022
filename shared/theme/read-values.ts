import { isPlain, type Path, type Refuse } from './findings.ts';
import { isObject, type JsonObject } from './json.ts';
import type { TokenTree } from './token-tree.ts';
import {
  colorSpaces,
  fontWeights,
  hexColor,
  most,
  shadowLimits,
  toPx,
  type Color,
  type ColorSpace,
  type Component,
  type Dimension,
  type Range,
  type Shadow,
  type Values,
} from './values.ts';

/** What reading a value needs from its file. */
export interface Reader {
  follow: TokenTree['follow'];
  refuse: Refuse;
}

type Read<T> = (value: unknown, path: Path, reader: Reader) => T | undefined;

export const isWithin = (value: unknown, { least, most, open }: Range): value is number =>
  typeof value === 'number' && value >= least && value <= most && !(open && value === most);

const black = { colorSpace: 'srgb', components: [0, 0, 0] };

const color: Read<Color> = (given, at, reader) => {
  const found = objectAt(given, at, ['colorSpace', 'components'], ['alpha', 'hex'], reader, colorForm);
  if (!found) return undefined;
  const { value, path } = found;
  const { refuse } = reader;
  const colorSpace = reader.follow(value.colorSpace, [...path, 'colorSpace'])?.value;
  if (typeof colorSpace !== 'string' || !Object.hasOwn(colorSpaces, colorSpace))
    return refuse('bad-color', [...path, 'colorSpace'], Object.keys(colorSpaces).join(', '), colorSpace);
  const components = componentsOf(
    value.components,
    [...path, 'components'],
    colorSpace as ColorSpace,
    reader,
  );
  const alpha = value.alpha === undefined ? 1 : reader.follow(value.alpha, [...path, 'alpha'])?.value;
  if (!isWithin(alpha, { least: 0, most: 1 }))
    return refuse('bad-color', [...path, 'alpha'], 'a number from 0 to 1', alpha);
  if (value.hex !== undefined && !/^#[\da-f]{6}$/i.test(String(value.hex)))
    return refuse('bad-color', [...path, 'hex'], 'six digits, such as "#2747d6"', value.hex);
  return components && { colorSpace: colorSpace as ColorSpace, components, alpha };
};

function componentsOf(
  given: unknown,
  at: Path,
  space: ColorSpace,
  { follow, refuse }: Reader,
): Component[] | undefined {
  const found = follow(given, at);
  if (!found) return undefined;
  const { value, path } = found;
  if (!Array.isArray(value) || value.length !== 3) return refuse('bad-color', path, 'three numbers', value);
  const read = colorSpaces[space].map((range, index) => {
    const each = follow(value[index], [...path, index]);
    if (!each || each.value === 'none' || isWithin(each.value, range)) return each?.value;
    const below = 'open' in range ? 'up to, not including,' : 'to';
    return refuse('bad-color', each.path, `${range.least} ${below} ${range.most}, or "none"`, each.value);
  });
  return read.includes(undefined) ? undefined : (read as Component[]);
}

/** An older file has its colours as text: the very one in today's form. */
function colorForm(given: unknown): string {
  const { components, alpha } = (typeof given === 'string' && hexColor(given.trim())) || {
    ...black,
    alpha: 1,
  };
  const short = (value: unknown) => Number((value as number).toFixed(4));
  const whole = { colorSpace: 'srgb', components: components.map(short) };
  return JSON.stringify(alpha === 1 ? whole : { ...whole, alpha: short(alpha) });
}

const dimension: Read<Dimension> = (given, at, reader) => {
  const form = (value: unknown) => {
    const [, number, unit] = /^\s*(-?[\d.]{1,9})\s*(px|rem)\s*$/.exec(String(value)) ?? ['', '1', 'rem'];
    return JSON.stringify({ value: Number(number) || 0, unit });
  };
  const found = objectAt(given, at, ['value', 'unit'], [], reader, form);
  if (!found) return undefined;
  const value = reader.follow(found.value.value, [...found.path, 'value'])?.value;
  const unit = reader.follow(found.value.unit, [...found.path, 'unit'])?.value;
  if (typeof value !== 'number')
    return reader.refuse('bad-dimension', [...found.path, 'value'], 'a number', value);
  if (unit !== 'px' && unit !== 'rem')
    return reader.refuse('bad-dimension', [...found.path, 'unit'], '"px" or "rem"', unit);
  return { value, unit };
};

const fontFamily: Read<readonly string[]> = (given, at, { follow, refuse }) => {
  const found = follow(given, at);
  if (!found) return undefined;
  const list: unknown[] = Array.isArray(found.value) ? found.value : [found.value];
  if (!list.length || list.length > most.fonts)
    return refuse('bad-font', found.path, `one to ${most.fonts} names of fonts`);
  const names = list.map((each, index) => {
    const name = follow(each, Array.isArray(found.value) ? [...found.path, index] : found.path);
    if (!name) return undefined;
    const { value, path } = name;
    return typeof value === 'string' && value.trim() && value.length <= most.fontName && isPlain(value)
      ? value.trim()
      : refuse('bad-font', path, `the name of a font, at most ${most.fontName} letters`, value);
  });
  return names.includes(undefined) ? undefined : (names as string[]);
};

const fontWeight: Read<number> = (given, at, { follow, refuse }) => {
  const found = follow(given, at);
  if (!found) return undefined;
  const { value, path } = found;
  if (typeof value === 'string' && Object.hasOwn(fontWeights, value)) return fontWeights[value];
  return isWithin(value, { least: 1, most: 1000 })
    ? value
    : refuse('bad-weight', path, `1 to 1000, or ${Object.keys(fontWeights).join(', ')}`, value);
};

const number: Read<number> = (given, at, { follow, refuse }) => {
  const found = follow(given, at);
  if (!found) return undefined;
  return typeof found.value === 'number'
    ? found.value
    : refuse('bad-number', found.path, 'a number', found.value);
};

const shadow: Read<readonly Shadow[]> = (given, at, reader) => {
  const found = reader.follow(given, at);
  if (!found) return undefined;
  const list: unknown[] = Array.isArray(found.value) ? found.value : [found.value];
  if (!list.length || list.length > most.shadows)
    return reader.refuse('bad-shadow', found.path, `one to ${most.shadows} shadows`);
  const read = list.map((each, index) =>
    oneShadow(each, Array.isArray(found.value) ? [...found.path, index] : found.path, reader),
  );
  return read.includes(undefined) ? undefined : (read as Shadow[]);
};

const lengths = ['offsetX', 'offsetY', 'blur', 'spread'] as const;

const oneShadow: Read<Shadow> = (given, at, reader) => {
  const nought = { value: 0, unit: 'px' };
  const form = {
    color: { ...black, alpha: 0.3 },
    offsetX: nought,
    offsetY: nought,
    blur: nought,
    spread: nought,
  };
  const found = objectAt(given, at, ['color', ...lengths], ['inset'], reader, () => JSON.stringify(form));
  if (!found) return undefined;
  const { value, path } = found;
  const inset = value.inset === undefined ? false : reader.follow(value.inset, [...path, 'inset'])?.value;
  if (typeof inset !== 'boolean')
    return reader.refuse('bad-shadow', [...path, 'inset'], 'true or false', inset);
  const drawn = color(value.color, [...path, 'color'], reader);
  const read = lengths.map((name) => {
    const length = dimension(value[name], [...path, name], reader);
    const { least, most } = shadowLimits[name];
    return length && !isWithin(toPx(length), { least, most })
      ? reader.refuse('out-of-range', [...path, name], `${least}px to ${most}px`, length.value + length.unit)
      : length;
  });
  const [offsetX, offsetY, blur, spread] = read;
  return (
    drawn && offsetX && offsetY && blur && spread && { color: drawn, offsetX, offsetY, blur, spread, inset }
  );
};

/** An object with just these members; `form` shows what it should be, for what was found. */
function objectAt(
  given: unknown,
  at: Path,
  needed: readonly string[],
  others: readonly string[],
  { follow, refuse }: Reader,
  form: (value: unknown) => string,
): { value: JsonObject; path: Path } | undefined {
  const found = follow(given, at);
  if (!found) return undefined;
  const { value, path } = found;
  if (!isObject(value)) return refuse('bad-value', path, () => form(value), value);
  const members = [...needed, ...others];
  const unknown = Object.keys(value).find((name) => !members.includes(name));
  if (unknown !== undefined)
    return refuse('unknown-member', [...path, unknown], `only ${members.join(', ')}`);
  const missing = needed.find((name) => value[name] === undefined);
  if (missing !== undefined) return refuse('missing-member', [...path, missing], () => form(undefined));
  return { value, path };
}

export const readValue: { [Type in keyof Values]: Read<Values[Type]> } = {
  color,
  dimension,
  fontFamily,
  fontWeight,
  number,
  shadow,
};
