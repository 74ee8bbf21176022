import { directionOf, type Direction } from '../../shared/languages.ts';
import en from '../../shared/locales/en.json';

export type Locale = typeof en;

/** All that pages say, in one language. */
export interface Language extends Omit<Locale, 'manifest' | 'pages'> {
  /** The tag that numbers and times follow. */
  tag: string;
  direction: Direction;
  /** What pages have in common. */
  texts: Locale['pages'];
}

export const languageOf = (tag: string, { pages, ...sections }: Locale): Language => ({
  ...sections,
  tag,
  direction: directionOf(tag),
  texts: pages,
});

/** It is inside: there is always one to speak. */
export const english = (tag = 'en'): Language => languageOf(tag, en);

/** Says of a document which language it is in. */
export function markLanguage({ documentElement: root }: Document, { tag, direction }: Language): void {
  if (root.lang !== tag) Object.assign(root, { lang: tag, dir: direction });
}
