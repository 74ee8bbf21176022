import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { readTheme } from './read-theme.ts';
import { example, png, px, srgb } from './testing/example.ts';
import { themeSchema } from './theme-schema.ts';

const fits = new Ajv2020({ strict: false }).compile(themeSchema());
const both = (name: string, $value: unknown) => ({ both: { [name]: { $value } } });
const ours = (members: object) => ({ $extensions: { 'session-guard': { version: 1, ...members } } });

it.each([
  example(),
  {},
  both('accent', { colorSpace: 'lch', components: [50, 'none', 20] }),
  ours({ name: 'Bank' }),
])('takes what is read: %#', (file) => {
  expect(fits(file), JSON.stringify(fits.errors)).toBe(true);
  expect(readTheme(file).problems).toBeUndefined();
});

it.each([
  both('acent', srgb(0, 0, 0)),
  { light: { radius: { $value: px(1) } } },
  { 'a.b': {} },
  { name: 'Bank' },
  both('accent', '#2747d6'),
  both('accent', srgb(0, 0, 2)),
  both('accent', { colorSpace: 'hsl', components: [360, 0, 0] }),
  both('accent', { ...srgb(0, 0, 0), alpha: 2 }),
  both('radius', '8px'),
  both('radius', { value: 1, unit: 'em' }),
  both('font', []),
  both('button-weight', 'Bold'),
  both('shadow', { color: srgb(0, 0, 0), offsetX: px(0), offsetY: px(0), blur: px(0) }),
  { both: { accent: { $value: 1, $ref: '#/a' } } },
  { $extensions: { 'session-guard': {} } },
  ours({ texts: { de: { renw: 'x' } } }),
  ours({ logo: { data: png } }),
  ours({ logo: { data: 'data:image/svg+xml;base64,AAAA', alt: 'x' } }),
])('refuses what is refused: %j', (file) => {
  expect(fits(file)).toBe(false);
  expect(readTheme(file).theme).toBeUndefined();
});
