import {
  converter,
  modeA98,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  toGamut,
  useMode,
  wcagContrast,
  type Rgb,
} from 'culori/fn';
import type { Problem } from '../problem.ts';
import { schemes, type Scheme, type Theme } from './theme.ts';
import { ruleOf, tokenNames, type TokenName } from './tokens.ts';
import { hexColor, type Color, type ColorSpace } from './values.ts';

/** Two colours that are hard to tell apart; `field` is the path of the one that is seen on the other. */
export interface ContrastProblem extends Problem {
  scheme: Scheme;
  token: TokenName;
  against: TokenName;
  ratio: number;
  needed: number;
}

/** All pairs that WCAG 2.2 wants told apart and that are not, defaults included, in light and in dark. */
export function contrastProblems(theme: Theme): ContrastProblem[] {
  return schemes.flatMap((scheme) =>
    tokenNames.flatMap((token) =>
      Object.entries(ruleOf(token).contrast ?? {}).flatMap(([against, needed]) => {
        const ratio = contrastOf(theme, scheme, token, against as TokenName);
        if (ratio >= needed) return [];
        const problem: ContrastProblem = {
          code: 'low-contrast',
          field: `${scheme}.${token}`,
          found: `${ratio}:1 against ${against}`,
          expected: `at least ${needed}:1`,
          ...{ scheme, token, against: against as TokenName, ratio, needed },
        };
        return problem;
      }),
    ),
  );
}

/** Cut, not rounded: what is shown as 4.5 is no less. */
export function contrastOf(theme: Theme, scheme: Scheme, token: TokenName, against: TokenName): number {
  const behind = onScreen(colorOf(theme, scheme, against));
  const ratio = wcagContrast(over(onScreen(colorOf(theme, scheme, token)), behind), behind);
  return Math.floor(ratio * 100 + 1e-6) / 100;
}

function colorOf(theme: Theme, scheme: Scheme, name: TokenName): Color {
  const own = theme[scheme][name] as Color | undefined;
  if (own) return own;
  const { css, same } = ruleOf(name);
  if (same) return colorOf(theme, scheme, same as TokenName);
  return hexColor(typeof css === 'string' ? css : css[scheme === 'light' ? 0 : 1])!;
}

[
  ...[modeA98, modeHsl, modeHwb, modeLab, modeLch, modeLrgb, modeOklab, modeOklch, modeP3],
  ...[modeProphoto, modeRec2020, modeRgb, modeXyz50, modeXyz65],
].forEach((mode) => useMode(mode as typeof modeRgb));
const toRgb = converter('rgb');
const toOklch = converter('oklch');
const toScreen = toGamut('rgb', 'oklch');

/** Our names → culori's, with its channels and what one of theirs is in ours. */
const modes: Record<ColorSpace, [mode: string, channels: string, size?: number]> = {
  srgb: ['rgb', 'rgb'],
  'srgb-linear': ['lrgb', 'rgb'],
  hsl: ['hsl', 'hsl', 100],
  hwb: ['hwb', 'hwb', 100],
  lab: ['lab', 'lab'],
  lch: ['lch', 'lch'],
  oklab: ['oklab', 'lab'],
  oklch: ['oklch', 'lch'],
  'display-p3': ['p3', 'rgb'],
  'a98-rgb': ['a98', 'rgb'],
  'prophoto-rgb': ['prophoto', 'rgb'],
  rec2020: ['rec2020', 'rgb'],
  'xyz-d65': ['xyz65', 'xyz'],
  'xyz-d50': ['xyz50', 'xyz'],
};

/** As a screen of sRGB shows it. */
export function onScreen({ colorSpace, components, alpha }: Color): Rgb {
  const [mode, channels, size = 1] = modes[colorSpace];
  const values = components.map((each, index) => [
    channels[index]!,
    each === 'none' ? 0 : channels[index] === 'h' ? each : each / size,
  ]);
  return toRgb(toScreen({ mode, alpha, ...Object.fromEntries(values) } as Rgb));
}

/** Of the same hue, lighter by that much of OKLCH's lightness, in the eight bits of a screen; `undefined` beyond it. */
export function lighter(color: Color, by: number): Color | undefined {
  const { l, c, h } = toOklch(onScreen(color));
  if (l + by < 0 || l + by > 1) return undefined;
  const { r, g, b } = toRgb(toScreen({ mode: 'oklch', l: l + by, c, h }));
  const components = [r, g, b].map((each) => Math.round(Math.min(1, Math.max(0, each)) * 255) / 255);
  return { colorSpace: 'srgb', components, alpha: 1 };
}

function over(color: Rgb, behind: Rgb): Rgb {
  const { alpha = 1 } = color;
  const mix = (channel: 'r' | 'g' | 'b') => color[channel] * alpha + behind[channel] * (1 - alpha);
  return { mode: 'rgb', r: mix('r'), g: mix('g'), b: mix('b') };
}
