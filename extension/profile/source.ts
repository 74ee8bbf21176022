import * as v from 'valibot';
import { anyPointer, duration, glob, headerName, text, unit } from './fields.ts';

const about = v.description;

/** How the end is found in the value. */
const value = {
  as: v.pipe(
    v.optional(v.picklist(['moment', 'jwt', 'json', 'base64-json'])),
    about(
      'What the value is. Default: a moment; of a reply: JSON. Of a JWT only exp, iat and sub are taken.',
    ),
  ),
  path: v.pipe(
    v.optional(anyPointer),
    about('JSON Pointer: the value is JSON, and this leads to the end in it.'),
  ),
  split: v.pipe(v.optional(text(20)), about('The value is cut at this text …')),
  part: v.pipe(
    v.optional(
      v.pipe(
        v.number(),
        v.integer('a whole number'),
        v.minValue(0, '0 or more'),
        v.maxValue(99, 'at most 99'),
      ),
    ),
    about('… and this part counts, from 0.'),
  ),
  unit: v.pipe(
    v.optional(unit),
    about('rfc3339, epoch-s, in-s, …; default: any moment that can mean only one.'),
  ),
};

/** A place that may tell when the session ends. */
export const source = v.variant('from', [
  v.strictObject({ from: v.literal('element') }),
  v.strictObject({ from: v.literal('look') }),
  v.strictObject({ from: v.literal('header'), url: glob, name: headerName, ...value }),
  v.strictObject({ from: v.literal('cookie'), name: text(200), ...value }),
  v.strictObject({
    from: v.literal('storage'),
    area: v.picklist(['local', 'session']),
    key: text(200),
    ...value,
  }),
  v.strictObject({ from: v.literal('response'), url: glob, ...value }),
  v.strictObject({
    from: v.literal('idle'),
    timeout: v.pipe(duration, about('How long the session lasts without use.')),
    since: v.pipe(v.optional(text(40), 'counted'), about('counted, input, or the name of a sign.')),
  }),
]);

export type Source = v.InferOutput<typeof source>;

/** Sources with a value of their own to read. */
export type ValueSource = Extract<Source, { from: 'header' | 'cookie' | 'storage' | 'response' }>;

export type CookieSource = Extract<Source, { from: 'cookie' }>;
