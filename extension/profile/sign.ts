import * as v from 'valibot';
import { reasons } from '../../shared/ending.ts';
import { anyPointer, glob, headerName, text } from './fields.ts';

const about = v.description;

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const statusWords = 'a status such as 401, a class such as "2xx", or a list of them';
const oneStatus = v.union(
  [
    v.pipe(
      v.number(),
      v.check((code) => Number.isInteger(code) && code >= 100 && code < 600, statusWords),
    ),
    v.pipe(v.string(), v.regex(/^[1-5]xx$/, statusWords)),
  ],
  statusWords,
);

/** A statement about the session: all its conditions must hold. */
export const sign = v.strictObject({
  name: v.pipe(v.optional(text(40)), about('For `since` of a source.')),
  url: v.pipe(
    v.optional(glob),
    about('Of a reply: a path such as /api/* at any host of the site, or a match pattern.'),
  ),
  except: v.pipe(v.optional(v.pipe(v.array(glob), v.maxLength(50, 'at most 50'))), about('But not these.')),
  method: v.optional(v.picklist(methods)),
  status: v.pipe(
    v.optional(
      v.union(
        [oneStatus, v.pipe(v.array(oneStatus), v.nonEmpty(statusWords), v.maxLength(50, 'at most 50'))],
        statusWords,
      ),
    ),
    about('401, "2xx", or a list of them.'),
  ),
  redirect: v.pipe(v.optional(glob), about('Where the reply leads to.')),
  header: v.pipe(v.optional(headerName), about('A header of the reply; with `is` it must say exactly that.')),
  at: v.pipe(
    v.optional(anyPointer),
    about('JSON Pointer into the reply; with `is` the value must be exactly that.'),
  ),
  is: v.pipe(v.optional(v.unknown()), about('Any JSON.')),
  cookie: v.pipe(v.optional(text(200)), about('Name of a cookie, * for any characters.')),
  gone: v.pipe(v.optional(v.boolean()), about('true: removed and not set again; false: written.')),
  page: v.pipe(v.optional(text(500)), about('A CSS selector: the page shows it.')),
  means: v.pipe(
    v.picklist(['ended', 'look', 'alive', 'counted']),
    about('ended; look: ask how it stands; alive; counted: a request that slides an idle limit.'),
  ),
  reason: v.pipe(v.optional(v.picklist(reasons)), about('Why it ended.')),
});

export type Sign = v.InferOutput<typeof sign>;
