import en from '../../shared/locales/en.json';
import type { Step } from './countdown.ts';

export type Texts = typeof en;

/** By language code. */
const locales: Record<string, Texts> = { en };

export interface Language {
  /** The tag that texts, numbers and times follow. */
  tag: string;
  texts: Texts;
}

const textsOf = (tag: string) => locales[tag.split('-')[0]!];

export const languageFor = (lang: string): Language => {
  let tag = 'en';
  try {
    const [known = tag] = Intl.NumberFormat.supportedLocalesOf(lang);
    if (textsOf(known)) tag = known;
  } catch {
    // Not a language tag.
  }
  return { tag, texts: textsOf(tag)! };
};

/** The nearest, then the document's: the element may be in another's shadow root. */
export const languageOf = (host: HTMLElement): Language =>
  languageFor((host.closest<HTMLElement>('[lang]') ?? host.ownerDocument.documentElement).lang);

export const fill = (text: string, time: string): string => text.replace('{time}', time);

export const clockTime = ({ tag }: Language, at: number): string =>
  new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(at);

export const timeLeft = ({ tag, texts }: Language, { value, unit }: Step): string =>
  fill(texts.left, new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value));
