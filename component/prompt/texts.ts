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
    // Only asks whether it is a tag: what the browser supports takes it 20 ms to find out.
    const [known = tag] = Intl.getCanonicalLocales(lang || tag);
    if (textsOf(known)) tag = known;
  } catch {
    // Not a language tag.
  }
  return { tag, texts: textsOf(tag)! };
};

const make = {
  time: (tag: string) => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }),
  minute: (tag: string) => count(tag, 'minute'),
  second: (tag: string) => count(tag, 'second'),
};

const count = (tag: string, unit: Step['unit']) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });

const made: Record<string, { format(value: number): string }> = {};

/** Made once, when first needed: a browser takes milliseconds to make one. */
const formatFor = (tag: string, kind: keyof typeof make) => (made[`${tag} ${kind}`] ??= make[kind](tag));

/** The nearest, then the document's: the element may be in another's shadow root. */
export const languageOf = (host: HTMLElement): Language =>
  languageFor((host.closest<HTMLElement>('[lang]') ?? host.ownerDocument.documentElement).lang);

export const fill = (text: string, time: string): string => text.replace('{time}', time);

export const clockTime = ({ tag }: Language, at: number): string => formatFor(tag, 'time').format(at);

export const timeLeft = ({ tag, texts }: Language, { value, unit }: Step): string =>
  fill(texts.left, formatFor(tag, unit).format(value));
