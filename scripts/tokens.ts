import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { themeSchema } from '../shared/theme/theme-schema.ts';
import { tokensCss } from '../shared/theme/tokens-css.ts';
import { tokensTable } from '../shared/theme/tokens-table.ts';

const note = '/* Written by `npm run tokens` from shared/theme/tokens.ts. */\n';
const table = /(<!-- tokens -->\n)[^]*(<!-- \/tokens -->)/;

/** All that is written from the list of tokens: file → what it should say, given what it says. */
const written: Record<string, (old: string) => string> = {
  'component/prompt/tokens.css': () => note + tokensCss(`dialog, section, [part='cover']`),
  'extension/pages/tokens.css': () => note + tokensCss(':root'),
  'shared/theme/theme.schema.json': () => JSON.stringify(themeSchema()),
  'docs/themes.md': (old) => old.replace(table, (_, open, close) => `${open}\n${tokensTable()}\n\n${close}`),
};

export const files = Object.keys(written);

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
export const saved = (file: string): Promise<string> => readFile(at(file), 'utf8').catch(() => '');

export async function textOf(file: string): Promise<string> {
  const options = { ...(await resolveConfig(at(file))), filepath: at(file) };
  return format(written[file]!(await saved(file)), options);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const file of files) await writeFile(at(file), await textOf(file));
