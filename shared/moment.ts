import { httpDateAsRfc3339 } from './http-date.ts';
import { numeral, plainText } from './plain-text.ts';
import { problem, type Problem } from './problem.ts';
import { readRfc3339 } from './rfc3339.ts';
import { fromCount, type Unit } from './units.ts';

export type { Unit };

export type MomentReading =
  { at: number | undefined; problem?: undefined } | { at?: undefined; problem: Problem };

export interface MomentOptions {
  /** Epoch ms. What is too far ahead or back is measured from here. */
  now: number;
  /** Exactly this form is accepted. Default: any that can mean only one instant. */
  unit?: Unit | undefined;
  /** Epoch ms that relative units count from. Default: `now`. */
  requestedAt?: number | undefined;
  /** A value that means "never" is `Infinity`. Default: it is unset. */
  noExpiry?: boolean | undefined;
}

const days400 = 34_560e6;
const tenYears = 315_576e6;
const dotNet = /^\/Date\((0|-?\d{12,15})\)\/$/;

// The zero moments of .NET and Go, and what systems write for "never": as numbers too, where the wrong unit would
// put them before 1979.
const unset = /^(0001-01-01.*|-62135596800(000)?)?$/;
const never = /^(-1|infinity|2147483647(000)*|2534\d{8}(\d{3})*|9999-\d\d-\d\d.*)$/i;

/** Why a text of no known form is refused: the first that matches. */
const refusals: Record<string, RegExp> = {
  'non-ascii-digits': /(?!\d)[\p{Nd}\u2212]/u,
  'slash-date': /\d\/\d/,
  'date-only': /^\d{4}-\d\d-\d\d$/,
  'duration-without-unit': /^P?T?\d+[dhms]/i,
  'zone-abbreviation': /:.* [A-Z]{3}/,
  'no-zone': /\d[T ]\d+:[\d:.]+$/i,
  'not-a-moment': /^/,
};

/**
 * Reads the moment at which something ends.
 *
 * @param value a string or number as a server wrote it: RFC 3339 with a zone, an HTTP date (RFC 9110 §5.6.7),
 * `/Date(ms)/`, JWT `exp` (RFC 7519 §4.1.4), or epoch s, ms, µs or ns told apart by size; with `unit`, exactly
 * that form.
 * @returns `at` in epoch ms, `undefined` when the value says that nothing is set; else the named `problem`.
 * Never throws.
 */
export function readMoment(value: unknown, options: MomentOptions): MomentReading {
  const { now, unit, requestedAt = now, noExpiry } = options;
  const text = plainText(value).replace(dotNet, '$1');
  const httpDate = httpDateAsRfc3339(text, now);
  const date = httpDate ?? text;
  if (unset.test(date)) return { at: undefined };
  if (never.test(date)) return { at: noExpiry ? Infinity : undefined };

  let at;
  if (numeral.test(text)) at = fromCount(+text, unit, requestedAt);
  else if (/^-/.test(text)) at = 'negative';
  else if (unit && unit !== (httpDate ? 'http-date' : 'rfc3339')) at = 'wrong-unit';
  else at = readRfc3339(date) ?? Object.keys(refusals).find((code) => refusals[code]!.test(text));

  if (+at! > now + days400) at = 'too-far-ahead';
  if (+at! < now - tenYears) at = 'too-far-back';
  return typeof at === 'string' ? { problem: problem(at, unit ?? '2026-11-20T12:00:00Z', text) } : { at };
}
