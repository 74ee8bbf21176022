import { readdirSync, readFileSync } from 'node:fs';

export interface ThemeFile {
  name: string;
  text: string;
}

const folder = new URL('../../../shared/themes/', import.meta.url);

/** All there are, the default first. */
export const themeNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .sort((a, b) => Number(b === 'house') - Number(a === 'house') || a.localeCompare(b));

export const readTheme = (name: string): ThemeFile => ({
  name,
  text: readFileSync(new URL(`${name}.json`, folder), 'utf8'),
});

export function headOf({ text }: ThemeFile): { title: string; about: string } {
  const theme = JSON.parse(text) as {
    $description: string;
    $extensions: { 'session-guard': { name: string } };
  };
  return { title: theme.$extensions['session-guard'].name, about: theme.$description };
}
