import { expect, it } from 'vitest';
import { contrastOf, contrastProblems } from './contrast.ts';
import { readTheme } from './read-theme.ts';
import { srgb } from './testing/example.ts';

const themeOf = (both: Record<string, object>) =>
  readTheme({ both: Object.fromEntries(Object.entries(both).map(([name, $value]) => [name, { $value }])) })
    .theme!;
const white = srgb(1, 1, 1);

it('finds nothing wrong with the defaults', () => expect(contrastProblems(themeOf({}))).toEqual([]));

it('tells each pair of each scheme that is hard to read, with what is needed', () => {
  const found = contrastProblems(
    themeOf({ accent: srgb(0.6, 0.6, 0.6), 'on-accent': white, surface: white, text: srgb(0, 0, 0) }),
  );
  expect(found.map(({ field, against }) => `${field} ${against}`)).toContain('light.on-accent accent');
  expect(found.find(({ field }) => field === 'dark.focus')).toMatchObject({
    code: 'low-contrast',
    ratio: 2.84,
    needed: 3,
    against: 'surface',
    found: '2.84:1 against surface',
    expected: 'at least 3:1',
  });
});

it('cuts ratios and does not round them up to what is needed', () =>
  expect(
    contrastOf(
      themeOf({ text: srgb(119 / 255, 119 / 255, 119 / 255), surface: white }),
      'light',
      'text',
      'surface',
    ),
  ).toBe(4.47));

// Ratios against white: of CSS Color 4's own sample values, and of black where a space has it.
it.each<[string, unknown[], number]>([
  ['srgb', [0, 0, 0], 21],
  ['srgb-linear', [0, 0, 0], 21],
  ['hsl', [120, 100, 25], 5.13],
  ['hwb', [120, 0, 49.8], 5.13],
  ['lab', [46.278, -47.551, 48.586], 5.13],
  ['lch', [46.278, 67.984, 134.384], 5.13],
  ['oklab', [0.51975, -0.1403, 0.10768], 5.13],
  ['oklch', [0.51975, 0.17686, 142.495], 5.13],
  ['display-p3', [0.21604, 0.49418, 0.13151], 5.13],
  ['a98-rgb', [0.28127, 0.49871, 0.07518], 5.13],
  ['prophoto-rgb', [0.23046, 0.39567, 0.12931], 5.13],
  ['rec2020', [0.2353, 0.43174, 0.08543], 5.13],
  ['xyz-d65', [0.07719, 0.15438, 0.02573], 5.13],
  ['xyz-d50', [0.08312, 0.15475, 0.0196], 5.13],
])('knows colours of %s', (colorSpace, components, ratio) => {
  const theme = themeOf({ text: { colorSpace, components }, surface: white });
  expect(Math.abs(contrastOf(theme, 'light', 'text', 'surface') - ratio)).toBeLessThan(0.06);
});

it('takes "none" for nothing, and what no screen shows for the nearest that it does', () => {
  const theme = themeOf({
    text: { colorSpace: 'oklch', components: [0.5, 'none', 'none'] },
    accent: { colorSpace: 'display-p3', components: [0, 1, 0] },
    surface: white,
  });
  expect(contrastOf(theme, 'light', 'text', 'surface')).toBeCloseTo(6.0, 0);
  expect(contrastOf(theme, 'light', 'accent', 'surface')).toBeLessThan(1.5);
});
