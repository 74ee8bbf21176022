/** What the types of a token file hold, once read. */
export interface Values {
  color: Color;
  dimension: Dimension;
  fontFamily: readonly string[];
  fontWeight: number;
  number: number;
  shadow: readonly Shadow[];
}

export interface Color {
  colorSpace: ColorSpace;
  components: readonly Component[];
  /** 0 lets everything through. */
  alpha: number;
}

export type Component = number | 'none';

export interface Dimension {
  value: number;
  unit: 'px' | 'rem';
}

export interface Shadow {
  color: Color;
  offsetX: Dimension;
  offsetY: Dimension;
  blur: Dimension;
  spread: Dimension;
  inset: boolean;
}

export interface Range {
  least: number;
  most: number;
  /** `most` itself is too much, as 360° is 0°. */
  open?: boolean;
}

const range = (least: number, most: number): Range => ({ least, most });
const one = range(0, 1);
const percent = range(0, 100);
const hue = { ...range(0, 360), open: true };
// The format sets these no bound; nothing that can be seen is beyond.
const axis = range(-1000, 1000);
const chroma = range(0, 1000);

/** The colour spaces of the Design Tokens format, each with what its three components may be. */
export const colorSpaces = {
  srgb: [one, one, one],
  'srgb-linear': [one, one, one],
  hsl: [hue, percent, percent],
  hwb: [hue, percent, percent],
  lab: [percent, axis, axis],
  lch: [percent, chroma, hue],
  oklab: [one, axis, axis],
  oklch: [one, chroma, hue],
  'display-p3': [one, one, one],
  'a98-rgb': [one, one, one],
  'prophoto-rgb': [one, one, one],
  rec2020: [one, one, one],
  'xyz-d65': [one, one, one],
  'xyz-d50': [one, one, one],
} satisfies Record<string, Range[]>;

export type ColorSpace = keyof typeof colorSpaces;

export const fontWeights: Readonly<Record<string, number>> = {
  thin: 100,
  hairline: 100,
  'extra-light': 200,
  'ultra-light': 200,
  light: 300,
  normal: 400,
  regular: 400,
  book: 400,
  medium: 500,
  'semi-bold': 600,
  'demi-bold': 600,
  bold: 700,
  'extra-bold': 800,
  'ultra-bold': 800,
  black: 900,
  heavy: 900,
  'extra-black': 950,
  'ultra-black': 950,
};

/** What CSS takes without quotation marks: any other name is that of a font. */
export const genericFonts = [
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'fantasy',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'ui-rounded',
  'math',
];

/** At most: names of a font list, shadows of a shadow list, letters of a font's name. */
export const most = { fonts: 10, shadows: 4, fontName: 100 };

/** In px, of each shadow. */
export const shadowLimits: Record<'offsetX' | 'offsetY' | 'blur' | 'spread', Range> = {
  offsetX: range(-64, 64),
  offsetY: range(-64, 64),
  blur: range(0, 128),
  spread: range(-32, 32),
};

/** 1 rem counts as 16 px, as browsers have it until somebody says otherwise. */
export const toPx = ({ value, unit }: Dimension): number => (unit === 'rem' ? value * 16 : value);

/** Reads `#rgb`, `#rgba`, `#rrggbb` and `#rrggbbaa`. */
export function hexColor(text: string): Color | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) return undefined;
  const digits = text.length > 5 ? text.slice(1) : text.slice(1).replace(/./g, '$&$&');
  const [r, g, b, alpha = 255] = digits.match(/../g)!.map((each) => Number.parseInt(each, 16));
  return { colorSpace: 'srgb', components: [r! / 255, g! / 255, b! / 255], alpha: alpha / 255 };
}
