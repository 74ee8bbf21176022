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

const count = (tag: string, unit: Step['unit']) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });

const makeFormats = (tag: string) => ({
  time: new Intl.DateTimeFormat(tag, { timeStyle: 'short' }),
  minute: count(tag, 'minute'),
  second: count(tag, 'second'),
});

const formats = new Map<string, ReturnType<typeof makeFormats>>();

/** Made once: a browser takes milliseconds to make the first. */
const formatsFor = (tag: string) => {
  const made = formats.get(tag) ?? makeFormats(tag);
  formats.set(tag, made);
  return made;
};

/** The nearest, then the document's: the element may be in another's shadow root. */
export const languageOf = (host: HTMLElement): Language =>
  languageFor((host.closest<HTMLElement>('[lang]') ?? host.ownerDocument.documentElement).lang);

export const fill = (text: string, time: string): string => text.replace('{time}', time);

export const clockTime = ({ tag }: Language, at: number): string => formatsFor(tag).time.format(at);

export const timeLeft = ({ tag, texts }: Language, { value, unit }: Step): string =>
  fill(texts.left, formatsFor(tag)[unit].format(value));
