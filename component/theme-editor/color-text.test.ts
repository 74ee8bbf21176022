import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colorCss } from '../../shared/theme/theme-css.ts';
import { colorSpaces, type ColorSpace } from '../../shared/theme/values.ts';
import { colorText, readColor } from './color-text.ts';

describe('a colour as text', () => {
  it.each([
    ['#2747d6', '#2747d6'],
    ['27d', '#2277dd'],
    ['#0d111c73', '#0d111c73'],
    ['rgb(39, 71, 214)', '#2747d6'],
    ['rgb(39 71 214 / 50%)', 'rgb(39 71 214 / 50%)'],
    ['oklch(60% 0.2 250)', 'oklch(0.6 0.2 250)'],
    ['OKLCH(0.6 0.2 -110deg)', 'oklch(0.6 0.2 250)'],
    ['hsl(210, 50%, 40%)', 'hsl(210 50% 40%)'],
    ['lab(50 none -20)', 'lab(50 none -20)'],
    ['color(display-p3 1 0.5 0 / 0.25)', 'color(display-p3 1 0.5 0 / 0.25)'],
    ['{"colorSpace":"srgb","components":[1,1,1]}', '#ffffff'],
    // As files of four digits have it.
    ['{"colorSpace":"srgb","components":[0.1529,0.2784,0.8392]}', '#2747d6'],
  ])('%s is %s', (text, shown) => {
    const color = readColor(text);
    expect(color && colorText(color)).toBe(shown);
  });

  it.each([
    '',
    'red',
    '#12345',
    'rgb(1 2)',
    'rgb(1 2 3 4 5)',
    'color(cmyk 0 0 0)',
    'url(x)',
    'lab(200 0 0)',
    '{"a":1}',
  ])('%s is none', (text) => expect(readColor(text)).toBeUndefined());

  it('reads back whatever CSS is written of a colour', () => {
    const spaces = Object.keys(colorSpaces) as ColorSpace[];
    const part = fc.double({ min: 0, max: 0.999, noNaN: true });
    const colors = fc
      .tuple(fc.constantFrom(...spaces), part, part, part, part)
      .map(([colorSpace, a, b, c, alpha]) => {
        const scaled = [a, b, c].map((each, at) => {
          const { least, most } = colorSpaces[colorSpace][at]!;
          return Math.max(least, each * Math.min(most, 1));
        });
        return { colorSpace, components: scaled, alpha };
      });
    fc.assert(
      fc.property(colors, (color) => {
        expect(colorCss(readColor(colorCss(color))!)).toBe(colorCss(color));
      }),
    );
  });

  it('never throws', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        readColor(`color(srgb ${text})`);
      }),
    ));
});
