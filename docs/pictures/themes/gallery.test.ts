import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { galleryPage, pageFile } from './gallery-page.ts';
import { themeNames } from './theme-files.ts';

test('the gallery is of all themes, in their own words (`npm run pictures -- themes` writes it)', () => {
  expect(readFileSync(pageFile, 'utf8')).toBe(galleryPage());
});

test.each(['overview', ...themeNames])('%s has its picture', (name) => {
  expect(existsSync(new URL(`gallery/${name}.png`, pageFile))).toBe(true);
});
