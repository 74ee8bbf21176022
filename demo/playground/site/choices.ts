import { readdir, readFile } from 'node:fs/promises';
import { directionOf } from '../../../shared/languages.ts';

/** What there is to choose from, found by looking: a file more is a choice more. */
export interface Choices {
  manifest: unknown;
  themes: { id: string; name: string }[];
  languages: { tag: string; direction: 'ltr' | 'rtl' }[];
}

const root = new URL('../../../', import.meta.url);
const themes = new URL('shared/themes/', root);

const namesIn = async (folder: URL): Promise<string[]> => {
  const files = await readdir(folder).catch((): string[] => []);
  return files
    .filter((file) => /^[\w-]+\.json$/.test(file))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
};

const readJson = async (file: URL): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

export async function readChoices(): Promise<Choices> {
  const ids = await namesIn(themes);
  const tags = await namesIn(new URL('shared/locales/', root));
  return {
    // Written by `npm run build`, as the element itself is.
    manifest: await readJson(new URL('custom-elements.json', root)).catch(() => ({ modules: [] })),
    themes: await Promise.all(ids.map(async (id) => ({ id, name: nameOf(await readTheme(id)) ?? id }))),
    languages: tags.map((tag) => ({ tag, direction: directionOf(tag) })),
  };
}

export const readTheme = (id: string): Promise<unknown> =>
  /^[\w-]+$/.test(id)
    ? readJson(new URL(`${id}.json`, themes)).catch(() => undefined)
    : Promise.resolve(undefined);

type Named = { $extensions?: { 'session-guard'?: { name?: unknown } } };

function nameOf(theme: unknown): string | undefined {
  const name = (theme as Named | undefined)?.$extensions?.['session-guard']?.name;
  return typeof name === 'string' ? name : undefined;
}
