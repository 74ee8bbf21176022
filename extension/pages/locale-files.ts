import { matchLanguage, type Match } from '../../shared/languages.ts';

const urls = import.meta.glob<string>('../../shared/locales/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where in this package the file of each language is. */
export const localeFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(urls).map(([path, url]) => [path.replace(/^.*\/|\.json$/g, ''), url]),
);

/** The languages that there are. */
export const languages: readonly string[] = Object.keys(localeFiles);

/** The one that is spoken to whoever wants `wanted`: without a better one, English. */
export const matchOf = (wanted: string): Match =>
  matchLanguage(wanted, languages) ?? { tag: 'en', found: 'en' };
