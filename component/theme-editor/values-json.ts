import type { Color, Dimension, Shadow, Values } from '../../shared/theme/values.ts';
import { onScreen } from '../../shared/theme/contrast.ts';

/** A value as a token file has it. */
export const valueJson = <Type extends keyof Values>(type: Type, value: Values[Type]): unknown =>
  (write[type] as (value: Values[Type]) => unknown)(value);

const short = (value: number, digits = 4): number => Number(value.toFixed(digits));

const write: { [Type in keyof Values]: (value: Values[Type]) => unknown } = {
  color: colorJson,
  dimension: dimensionJson,
  fontFamily: (names) => [...names],
  fontWeight: (weight) => weight,
  number: (number) => number,
  shadow: (shadows) => (shadows.length === 1 ? shadowJson(shadows[0]!) : shadows.map(shadowJson)),
};

function colorJson(color: Color): object {
  const { colorSpace, components, alpha } = color;
  return {
    colorSpace,
    components: components.map((each) => (each === 'none' ? each : short(each))),
    ...(alpha < 1 && { alpha: short(alpha, 3) }),
    // For tools that know no other.
    hex: screenHex(color),
  };
}

/** As a screen of sRGB shows it, without what shines through. */
export function screenHex(color: Color): string {
  const { r, g, b } = onScreen(color);
  const digits = [r, g, b].map((each) => Math.round(Math.min(1, Math.max(0, each)) * 255));
  return `#${digits.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

function dimensionJson({ value, unit }: Dimension): object {
  return { value: short(value), unit };
}

function shadowJson({ color, offsetX, offsetY, blur, spread, inset }: Shadow): object {
  return {
    color: colorJson(color),
    offsetX: dimensionJson(offsetX),
    offsetY: dimensionJson(offsetY),
    blur: dimensionJson(blur),
    spread: dimensionJson(spread),
    ...(inset && { inset }),
  };
}
