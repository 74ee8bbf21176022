import { describe, expect, test } from 'vitest';
import { contrastOf, contrastProblems } from '../theme/contrast.ts';
import { readTheme } from '../theme/read-theme.ts';
import { schemes, type Theme } from '../theme/theme.ts';
import { hasSchemes, ruleOf, tokenNames, type TokenName } from '../theme/tokens.ts';
import { genericFonts, hexColor, type Color, type Dimension } from '../theme/values.ts';

const files = import.meta.glob<string>('./*.json', { query: '?raw', import: 'default', eager: true });
const texts = Object.entries(files).map(([path, text]) => ({ file: path.slice(2, -5), text }));
const themes = texts.map(({ file, text }) => ({ file, theme: readTheme(text).theme! }));

const themeOf = (file: string): Theme => themes.find((each) => each.file === file)!.theme;

describe.each(texts)('$file', ({ file, text }) => {
  const { theme, problems, warnings } = readTheme(text);

  test('is read without a problem or a warning', () => {
    expect({ problems, warnings }).toEqual({ problems: undefined, warnings: [] });
  });

  test('is readable in light and in dark', () => {
    expect(contrastProblems(theme!)).toEqual([]);
  });

  test('says who it is and what it is for', () => {
    const { $description, $schema } = JSON.parse(text) as Record<string, string>;
    expect(theme!.name).toMatch(/^\S/);
    expect($description).toMatch(/^\S.{20,}\.$/);
    expect($schema).toBe('../theme/theme.schema.json');
  });

  test('chooses every colour and measure itself, in both schemes', () => {
    const missing = tokenNames.filter((name) =>
      hasSchemes(name) ? !schemes.every((scheme) => theme![scheme][name]) : theme!.both[name] === undefined,
    );
    expect(missing.filter((name) => name !== 'heading-font')).toEqual([]);
  });

  test('says each colour the same in numbers and in digits', () => {
    expect(hexes(text).filter(({ components, hex }) => shortOf(components) !== hex)).toEqual([]);
  });

  test('ends its fonts with one that every computer has', () => {
    for (const fonts of [theme!.both.font, theme!.both['heading-font']])
      if (fonts) expect(genericFonts).toContain(fonts.at(-1));
  });

  test('uses all of its palette', () => {
    const { palette } = JSON.parse(text) as { palette: Record<string, unknown> };
    const unused = Object.keys(palette).filter(
      (name) => !name.startsWith('$') && !text.includes(`"{palette.${name}}"`),
    );
    expect(unused).toEqual([]);
  });

  test.each(schemes)('stands out from a page of its own colour, in %s', (scheme) => {
    const isEdged =
      px(theme!.both['border-width']!) > 0 && contrastOf(theme!, scheme, 'line', 'surface') >= 3;
    const isShaded = theme![scheme].shadow!.some(({ color, inset }) => !inset && color.alpha >= 0.1);
    expect(isEdged || isShaded).toBe(true);
  });

  test('can be read where its shadow, edge and colours are gone', () => {
    // Under forced colours what is left is letters: their sizes and weights must tell heading from text.
    const { both } = theme!;
    const [heading, letters] = [px(both['heading-size']!), px(both['font-size']!)];
    expect(heading > letters || both['heading-weight']! >= 600, file).toBe(true);
    expect(px(both['countdown-size']!)).toBeGreaterThan(letters);
  });
});

test('there are at least nine, each of another name and another look', () => {
  const names = themes.map(({ theme }) => theme.name);
  const looks = themes.map(({ theme: { light, dark, both } }) => JSON.stringify({ light, dark, both }));
  expect(themes.length).toBeGreaterThanOrEqual(9);
  expect(new Set(names).size).toBe(themes.length);
  expect(new Set(looks).size).toBe(themes.length);
});

test('no two share shape and type: a theme is more than its colours', () => {
  const shapes = themes.map(({ theme: { both } }) => JSON.stringify({ ...both, font: '', width: '' }));
  expect(new Set(shapes).size).toBe(themes.length);
});

describe('high contrast', () => {
  const read: TokenName[] = ['text', 'muted', 'accent', 'quiet', 'quiet-line', 'alert', 'line', 'focus'];

  test.each(schemes)('is 7:1 for all that is seen, in %s', (scheme) => {
    const theme = themeOf('high-contrast');
    for (const token of read) expect(contrastOf(theme, scheme, token, 'surface'), token).toBeGreaterThan(7);
    expect(contrastOf(theme, scheme, 'on-accent', 'accent')).toBeGreaterThan(7);
  });

  test('has a ring that is no colour of anything else', () => {
    const theme = themeOf('high-contrast');
    for (const scheme of schemes) {
      const { focus, ...others } = theme[scheme];
      expect(Object.values(others)).not.toContainEqual(focus);
    }
  });
});

describe('house', () => {
  const theme = themeOf('house');

  test.each(tokenNames.filter((name) => ruleOf(name).type === 'color'))('has the default %s', (name) => {
    const { css, same } = ruleOf(name);
    const defaults = typeof css === 'string' ? [css, css] : css;
    schemes.forEach((scheme, index) => {
      const wanted = same ? theme[scheme][same as TokenName] : hexColor(defaults[index]!);
      expect(eightBits(theme[scheme][name] as Color)).toEqual(eightBits(wanted as Color));
    });
  });

  test('has the default measures', () => {
    for (const name of tokenNames.filter((each) => ruleOf(each).type === 'dimension'))
      if (name !== 'button-radius') expect(cssOf(theme.both[name] as Dimension), name).toBe(ruleOf(name).css);
    expect(px(theme.both['button-radius']!)).toBe(px(theme.both.radius!) * 0.625);
  });

  test('has the default weights', () => {
    for (const name of tokenNames.filter((each) => ruleOf(each).type === 'fontWeight'))
      expect(String(theme.both[name]), name).toBe(ruleOf(name).css);
  });
});

const px = ({ value, unit }: Dimension): number => (unit === 'rem' ? value * 16 : value);
const cssOf = ({ value, unit }: Dimension): string => `${value}${unit}`;

function eightBits({ components, alpha }: Color): number[] {
  return [...(components as number[]), alpha].map((each) => Math.round(each * 255));
}

const shortOf = (components: number[]): string =>
  `#${components
    .map((each) =>
      Math.round(each * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

interface Written {
  components: number[];
  hex: string;
}

function hexes(text: string): Written[] {
  const found: Written[] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'hex' in value) found.push(value as Written);
    return value;
  });
  return found;
}
