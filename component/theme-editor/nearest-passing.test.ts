import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contrastOf, contrastProblems } from '../../shared/theme/contrast.ts';
import { readTheme } from '../../shared/theme/read-theme.ts';
import { schemes } from '../../shared/theme/theme.ts';
import { tokenNames } from '../../shared/theme/tokens.ts';
import { setToken } from './edits.ts';
import { colorText, readColor } from './color-text.ts';
import { nearestPassing } from './nearest-passing.ts';
import { pairsOf } from './pairs.ts';
import type { ThemeFile } from './file.ts';

const of = (file: ThemeFile) => readTheme(file).theme!;

it('finds the nearest shade that can be read, and no other hue', () => {
  const theme = of(setToken({}, 'muted', 'light', readColor('#8a93a3')!));
  const found = nearestPassing(theme, 'light', 'muted')!;
  const mended = of(setToken({}, 'muted', 'light', found));
  const ratio = contrastOf(mended, 'light', 'muted', 'surface');
  expect(ratio).toBeGreaterThanOrEqual(4.5);
  expect(ratio).toBeLessThan(4.7);
  expect(colorText(found)).toMatch(/^#6[\da-f]7[\da-f]8[\da-f]$/);
});

it('has nothing to say where all is well', () => {
  for (const scheme of schemes)
    for (const name of tokenNames) expect(nearestPassing(of({}), scheme, name)).toBeUndefined();
});

it('keeps the words on a colour readable where it can', () => {
  const theme = of(setToken({}, 'accent', 'light', readColor('#a0b0ff')!));
  const found = nearestPassing(theme, 'light', 'accent')!;
  const mended = of(setToken({}, 'accent', 'light', found));
  expect(pairsOf(mended, 'light', 'accent').map(({ level }) => level)).not.toContain('fail');
});

it('mends whatever was made unreadable, one after the other', () => {
  const grey = readColor('#777777')!;
  let file: ThemeFile = {};
  for (const name of ['surface', 'text', 'muted', 'accent', 'on-accent', 'alert', 'focus'] as const)
    file = setToken(file, name, 'light', grey);
  for (const { token, scheme } of contrastProblems(of(file))) {
    const found = nearestPassing(of(file), scheme, token);
    if (found) file = setToken(file, token, scheme, found);
  }
  expect(contrastProblems(of(file))).toEqual([]);
});

const gallery = new URL('../../shared/themes/', import.meta.url);

it.each(readdirSync(gallery).filter((name) => name.endsWith('.json')))('tells the pairs of %s', (name) => {
  const theme = of(JSON.parse(readFileSync(new URL(name, gallery), 'utf8')) as ThemeFile);
  for (const scheme of schemes) {
    expect(pairsOf(theme, scheme, 'surface')).toHaveLength(1);
    expect(pairsOf(theme, scheme, 'text')).toMatchObject([{ against: 'surface', needed: 4.5 }]);
  }
});
