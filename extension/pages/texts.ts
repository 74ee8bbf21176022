import { languageFor as promptLanguage, type Language } from '../../component/prompt/texts.ts';
import en from '../locales/en.pages.json';
import { timeLeft, type TimeLeft } from './time-left.ts';

export type PageTexts = typeof en;

/** The shared words of pages by language code; each page has its own beside them. */
const locales: Record<string, PageTexts> = { en };

export interface PageLanguage {
  /** The tag that texts, numbers and times follow. */
  tag: string;
  texts: PageTexts;
  /** The words of the prompt: reasons of an end, names of what can be done. */
  prompt: Language['texts'];
}

export function languageFor(lang: string): PageLanguage {
  const { tag, texts: prompt } = promptLanguage(lang);
  return { tag, texts: locales[tag.split('-')[0]!] ?? en, prompt };
}

/** Puts values into the `{places}` of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

type Length = 'long' | 'short';

/** "2 hr 5 min" or "2 hours, 5 minutes". */
export function durationText(tag: string, { parts }: Pick<TimeLeft, 'parts'>, length: Length): string {
  const written = parts.map(({ value, unit }) =>
    made(
      `${tag} ${unit} ${length}`,
      () => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: length }),
    ).format(value),
  );
  const style = length === 'long' ? 'long' : 'narrow';
  return made(`${tag} list ${style}`, () => new Intl.ListFormat(tag, { type: 'unit', style })).format(
    written,
  );
}

export const lengthText = (tag: string, ms: number, length: Length): string =>
  durationText(tag, timeLeft(ms), length);

/** The time of day; with the day where that is not today. */
export function momentText(tag: string, at: number, now: number): string {
  if (isSameDay(tag, at, now))
    return made(`${tag} time`, () => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(at);
  const near = Math.abs(at - now) < 6 * 86_400_000;
  return made(
    `${tag} day ${near}`,
    () =>
      new Intl.DateTimeFormat(tag, {
        ...(near ? { weekday: 'short' } : { day: 'numeric', month: 'short' }),
        hour: 'numeric',
        minute: '2-digit',
      }),
  ).format(at);
}

export function isSameDay(tag: string, one: number, other: number): boolean {
  const day = made(`${tag} date`, () => new Intl.DateTimeFormat(tag, { dateStyle: 'short' }));
  return day.format(one) === day.format(other);
}

/** Made once, when first needed: a browser takes milliseconds to make one. */
const formats = new Map<string, unknown>();

function made<F>(name: string, make: () => F): F {
  if (!formats.has(name)) formats.set(name, make());
  return formats.get(name) as F;
}
