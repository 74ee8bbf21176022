import { quantity } from '../../component/prompt/texts.ts';
import { timeLeft, type TimeLeft } from './time-left.ts';

/** Puts values into the `{places}` of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

type Length = 'long' | 'short';

/** "2 hr 5 min" or "2 hours, 5 minutes". */
export function durationText(tag: string, { parts }: Pick<TimeLeft, 'parts'>, length: Length): string {
  const written = parts.map(({ value, unit }) => quantity(tag, value, unit, length));
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

/** The form of a text for each kind of number that the language has. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** "1 site", "3 sites", as the language has it. */
export function counted(tag: string, forms: Forms, count: number): string {
  const rules = made(`${tag} plural`, () => new Intl.PluralRules(tag));
  const number = made(`${tag} number`, () => new Intl.NumberFormat(tag));
  return fill(forms[rules.select(count)] ?? forms.other, { count: number.format(count) });
}

/** Made once, when first needed: a browser takes milliseconds to make one. */
const formats = new Map<string, unknown>();

function made<F>(name: string, make: () => F): F {
  if (!formats.has(name)) formats.set(name, make());
  return formats.get(name) as F;
}
