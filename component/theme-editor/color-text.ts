import { colorCss } from '../../shared/theme/theme-css.ts';
import {
  colorSpaces,
  hexColor,
  type Color,
  type ColorSpace,
  type Component,
} from '../../shared/theme/values.ts';

/** As people write it: in digits where these say it all, else as CSS has it. */
export function colorText(color: Color): string {
  const text = hexOf(color);
  if (text !== undefined) return text;
  const opaque = hexOf({ ...color, alpha: 1 });
  if (opaque === undefined) return colorCss(color);
  const parts = color.components.map((each) => Math.round(Number(each) * 255));
  return `rgb(${parts.join(' ')} / ${Number((color.alpha * 100).toFixed(1))}%)`;
}

/** `undefined` where eight bits are not enough. */
function hexOf({ colorSpace, components, alpha }: Color): string | undefined {
  if (colorSpace !== 'srgb') return undefined;
  const parts = [...components, ...(alpha < 1 ? [alpha] : [])].map((each) => Number(each) * 255);
  // Files have four digits behind the point, as a rule.
  if (!parts.every((each) => Math.abs(each - Math.round(each)) < 0.02)) return undefined;
  return `#${parts.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`;
}

const functions: Record<string, ColorSpace> = {
  rgb: 'srgb',
  rgba: 'srgb',
  hsl: 'hsl',
  hsla: 'hsl',
  hwb: 'hwb',
  lab: 'lab',
  lch: 'lch',
  oklab: 'oklab',
  oklch: 'oklch',
};

/** What 100 % is, where it is not the end of the range. */
const wholes: Partial<Record<ColorSpace, readonly number[]>> = {
  lab: [100, 125, 125],
  lch: [100, 150, 360],
  oklab: [1, 0.4, 0.4],
  oklch: [1, 0.4, 360],
};

/** Reads digits (`#2747d6`), the colours of CSS in any of the spaces of the format, and the format's own JSON. */
export function readColor(text: string): Color | undefined {
  const given = text.trim();
  if (given.startsWith('{')) return fromJson(given);
  return hexColor(given.startsWith('#') ? given : `#${given}`) ?? fromFunction(given.toLowerCase());
}

function fromJson(text: string): Color | undefined {
  try {
    const { colorSpace, components, alpha = 1 } = JSON.parse(text) as Color;
    return checked(colorSpace, components, alpha);
  } catch {
    return undefined;
  }
}

function fromFunction(text: string): Color | undefined {
  const [, name = '', inside = ''] = /^([a-z-]+)\(([^()]*)\)$/.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  const colorSpace =
    name === 'color' ? (parts.shift()?.replace(/^xyz$/, 'xyz-d65') as ColorSpace) : functions[name];
  if (!colorSpace || !Object.hasOwn(colorSpaces, colorSpace)) return undefined;
  const isEight = name.startsWith('rgb');
  const numbers = parts.slice(0, 3).map((part, at) => {
    if (part === 'none') return part;
    const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg)?$/.exec(part) ?? [];
    const value = number === undefined ? NaN : Number(number);
    const most = wholes[colorSpace]?.[at] ?? colorSpaces[colorSpace][at]!.most;
    if (unit === '%') return (value / 100) * most;
    return isEight ? value / 255 : most === 360 ? ((value % 360) + 360) % 360 : value;
  });
  return parts.length === 3 || parts.length === 4
    ? checked(colorSpace, numbers as Component[], portion(parts[3] ?? '1'))
    : undefined;
}

const portion = (text: string): number =>
  text === 'none' ? 0 : text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);

function checked(colorSpace: ColorSpace, components: readonly Component[], alpha: number): Color | undefined {
  if (!Object.hasOwn(colorSpaces, colorSpace) || !Array.isArray(components) || components.length !== 3)
    return undefined;
  const fits = colorSpaces[colorSpace].every(({ least, most }, at) => {
    const each = components[at] as Component;
    return each === 'none' || (typeof each === 'number' && each >= least && each <= most);
  });
  return fits && alpha >= 0 && alpha <= 1 ? { colorSpace, components, alpha } : undefined;
}
