import * as v from 'valibot';
import { address, anyPointer, duration, headerName, text, unit } from './fields.ts';

const about = v.description;

// Who is signed in is the browser's to say, and what fetch forbids would be left out in silence.
const notOurs =
  /^(authorization|cookie2?|set-cookie2?|host|origin|referer|connection|content-length|date|dnt|expect|keep-alive|te|trailer|transfer-encoding|upgrade|via|access-control-.*|proxy-.*|sec-.*|x-http-method.*|x-method-override)$/i;

const ourHeader = v.pipe(
  headerName,
  v.check(
    (name) => !notOurs.test(name),
    'a header that a profile may set: no credentials, nothing of the browser’s',
  ),
);

/** Headers that never change. They carry no credentials. */
export const fixedHeaders = v.pipe(
  v.record(
    ourHeader,
    v.pipe(v.string(), v.maxLength(200, 'at most 200 characters'), v.regex(/^[ -~]*$/, 'one line of ASCII')),
  ),
  v.check((headers) => Object.keys(headers).length <= 10, 'at most 10'),
);

const bytes = (body: string) => new TextEncoder().encode(body).length;

const limits = {
  while: v.pipe(
    v.optional(v.picklist(['active', 'open']), 'active'),
    about('active: while the person uses the site; open: while it is open.'),
  ),
  atMost: v.pipe(
    v.optional(duration),
    about('No longer than this; with open 1h where nothing is said, and at most 8h.'),
  ),
  idle: v.pipe(v.optional(duration), about('Not after this long without any input; open needs it.')),
};

/** How the session is kept fresh once the person turned it on. */
export const keepFresh = v.pipe(
  v.variant('by', [
    v.strictObject({
      by: v.literal('request'),
      url: v.pipe(
        v.union([v.literal('.'), address], 'a path such as /auth/renew, an http(s) address, or .'),
        about('. is the page’s own address.'),
      ),
      method: v.optional(v.picklist(['POST', 'PUT', 'PATCH', 'GET']), 'POST'),
      headers: v.optional(fixedHeaders),
      body: v.optional(
        v.pipe(
          v.string(),
          v.check((body) => bytes(body) <= 1024, 'at most 1 kB'),
        ),
      ),
      path: v.pipe(
        v.optional(anyPointer),
        about('JSON Pointer to the end in the reply. Default: the known shapes.'),
      ),
      unit: v.optional(unit),
      csrf: v.optional(v.strictObject({ from: v.literal('cookie'), name: text(200), header: ourHeader })),
      ...limits,
    }),
    v.strictObject({ by: v.literal('reload'), ...limits }),
  ]),
  v.transform((how) => (how.while === 'open' ? { ...how, atMost: how.atMost ?? 3_600_000 } : how)),
);
