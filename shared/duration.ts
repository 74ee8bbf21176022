import { numeral, plainText } from './plain-text.ts';
import { problem, type Problem } from './problem.ts';

const short = /^(?=.)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const iso = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * Reads how long something lasts.
 *
 * @param value `90s`, `2m`, `1h30m`, `PT2M` (ISO 8601 from days to seconds: months and years have no one length), or
 * plain seconds as a number or string.
 * @param field the attribute or option that it was given in; the problem names it.
 * @returns `ms`, zero or more, else the named `problem`. Never throws.
 */
export function readDuration(value: unknown, field?: string): { ms: number } | { problem: Problem } {
  const text = plainText(value);
  if (numeral.test(text)) return { ms: Math.round(+text * 1e3) };

  const found = short.exec(text) ?? iso.exec(text);
  if (!found) {
    const code = /^-/.test(text) ? 'negative' : 'not-a-duration';
    return { problem: problem(code, '90s, 2m, 1h30m, PT2M, or seconds', text, field) };
  }
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  return { ms: (((+days * 24 + +hours) * 60 + +minutes) * 60 + +seconds) * 1e3 };
}
