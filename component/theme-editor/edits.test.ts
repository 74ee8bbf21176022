import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { tokenNames } from '../../shared/theme/tokens.ts';
import { schemes } from '../../shared/theme/theme.ts';
import { addColor, nameIn, placeOf, resetAll, resetToken, setAlias, setOwn, setToken } from './edits.ts';
import { valueAt, type ThemeFile } from './file.ts';
import { paletteOf } from './palette.ts';
import { defaultOf, standingOf, valueOf } from './standing.ts';
import { readColor } from './color-text.ts';

const bank = JSON.parse(
  readFileSync(new URL('../../shared/themes/bank.json', import.meta.url), 'utf8'),
) as ThemeFile;
const themeOf = (file: ThemeFile) => {
  const { theme, problems } = readTheme(file);
  expect(problems).toBeUndefined();
  return theme!;
};
const red = readColor('#aa0000')!;

describe('an edit', () => {
  it('leaves a file that can be read, whatever token it is of', () => {
    for (const file of [{}, bank])
      for (const name of tokenNames)
        for (const scheme of schemes) {
          const value = valueOf(themeOf(file), name, scheme);
          const next = setToken(file, name, scheme, value);
          const standing = standingOf(next, themeOf(next), name, scheme);
          expect(standing).toMatchObject({ path: placeOf(name, scheme) });
          expect(standing.alias).toBeUndefined();
        }
  });

  it('takes a token off its alias, and keeps what was said about it', () => {
    const file = {
      ...addColor({}, 'red', red),
      light: { accent: { $value: '{palette.red}', $description: 'Ours' } },
    };
    expect(standingOf(file, themeOf(file), 'accent', 'light').alias).toBe('palette.red');
    const next = setToken(file, 'accent', 'light', readColor('#00aa00')!);
    expect(valueAt(next, ['light', 'accent'])).toMatchObject({
      $description: 'Ours',
      $value: { components: [0, 0.6667, 0], hex: '#00aa00' },
    });
  });

  it('points a token at the palette', () => {
    const file = setAlias(addColor({}, 'red', red), 'alert', 'dark', 'palette.red');
    expect(standingOf(file, themeOf(file), 'alert', 'dark')).toMatchObject({
      alias: 'palette.red',
      value: { components: [0.6667, 0, 0] },
    });
    expect(paletteOf(file)).toMatchObject([{ key: 'palette.red', type: 'color', usedBy: ['dark.alert'] }]);
  });

  it('resets one scheme, and leaves the other what both had', () => {
    const file = {
      both: { accent: { $value: '{p.c}' } },
      p: { c: { $type: 'color', $value: valueAt(addColor({}, 'x', red), ['palette', 'x', '$value']) } },
    };
    const next = resetToken(file, 'accent', 'light');
    const theme = themeOf(next);
    expect([theme.light.accent, theme.dark.accent]).toMatchObject([
      undefined,
      { components: [0.6667, 0, 0] },
    ]);
  });

  it('resets all tokens, and nothing else', () => {
    const theme = themeOf(resetAll(bank));
    expect([theme.light, theme.dark, theme.both, theme.name]).toEqual([{}, {}, {}, nameIn(bank)]);
  });

  it('writes name and texts with their version, and takes empty groups away', () => {
    const file = setOwn({}, ['texts', 'de', 'reasons', 'idle'], 'Zu lange nichts getan.');
    expect(themeOf(file).texts).toEqual({ de: { reasons: { idle: 'Zu lange nichts getan.' } } });
    expect(setOwn(file, ['texts', 'de', 'reasons', 'idle'], undefined)).toEqual({
      $extensions: { 'session-guard': { version: 1 } },
    });
  });
});

it('knows the default of every token, those that follow another too', () => {
  const radius = { radius: { $value: { value: 2, unit: 'rem' } } };
  const theme = themeOf({ ...setToken({}, 'accent', 'light', red), both: radius });
  for (const name of tokenNames)
    for (const scheme of schemes) expect(defaultOf(theme, name, scheme)).toBeDefined();
  expect(defaultOf(theme, 'button-radius', 'light')).toEqual({ value: 1.25, unit: 'rem' });
  expect(defaultOf(theme, 'focus', 'light')).toMatchObject({ components: [0.6667, 0, 0] });
  expect(defaultOf(theme, 'shadow', 'dark')).toMatchObject([
    { blur: { value: 3, unit: 'rem' }, spread: { value: 0 } },
  ]);
});
