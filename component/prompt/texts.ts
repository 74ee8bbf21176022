import { directionOf, type Direction } from '../../shared/languages.ts';
import { prompt as en } from '../../shared/locales/en.json';
import type { Step } from './countdown.ts';

export type Texts = typeof en;

export interface Language {
  /** The tag that numbers and times follow. */
  tag: string;
  direction: Direction;
  texts: Texts;
}

export const languageOf = (tag: string, texts: Texts): Language => ({
  tag,
  direction: directionOf(tag),
  texts,
});

/** It is inside: there is always one to speak. */
export const english = (tag = 'en'): Language => ({ tag, direction: 'ltr', texts: en });

type Unit = Step['unit'] | 'hour' | 'day';
type Format = { format(value: number): string };

const made: Record<string, Format> = {};

/** Made once, when first needed: a browser takes milliseconds to make one. */
const formatFor = (name: string, make: () => Format): Format => (made[name] ??= make());

/** What every language reads, for a browser that has no words for the unit in this one. */
const symbols: Record<Unit, string> = { day: 'd', hour: 'h', minute: 'min', second: 's' };

/** "2 hours", "2 hr". */
export const quantity = (tag: string, value: number, unit: Unit, unitDisplay: 'long' | 'short'): string =>
  formatFor(`${tag} ${unit} ${unitDisplay}`, () => {
    try {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay });
      // Asked for what it does not know, a browser answers in its own language.
      const [spoken, wanted] = [format.resolvedOptions().locale, tag].map((each) => each.split('-')[0]);
      if (spoken === wanted) return format;
    } catch {
      // No units here.
    }
    return { format: (value) => `${value} ${symbols[unit]}` };
  }).format(value);

export const fill = (text: string, time: string): string => text.replace('{time}', time);

export const clockTime = ({ tag }: Pick<Language, 'tag'>, at: number): string =>
  formatFor(tag, () => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(at);

export const timeLeft = ({ tag, texts }: Language, { value, unit }: Step): string =>
  fill(texts.left, quantity(tag, value, unit, 'long'));
