import * as v from 'valibot';
import { readPolicy } from '../../shared/policy.ts';
import { address, anyPointer, duration, matchPattern, text, unit } from './fields.ts';
import { fixedHeaders, keepFresh } from './keep-fresh.ts';
import { sign } from './sign.ts';
import { source } from './source.ts';

export type { Sign } from './sign.ts';
export type { CookieSource, Source, ValueSource } from './source.ts';

const about = v.description;
const few = 'at most 50';

const site = v.strictObject({
  id: v.pipe(
    text(64),
    v.regex(/^[\w.-]+$/, 'letters, digits, . _ -'),
    about('Tells the site from others; it never changes.'),
  ),
  name: v.pipe(text(80), about('What the person calls it.')),
  match: v.pipe(
    v.array(matchPattern),
    v.nonEmpty('at least one match pattern'),
    v.maxLength(50, few),
    about('Match patterns of its pages.'),
  ),
  hosts: v.pipe(
    v.optional(v.pipe(v.array(matchPattern), v.maxLength(50, few)), []),
    about('Match patterns of other hosts that its pages ask.'),
  ),
  perHost: v.pipe(v.optional(v.boolean(), false), about('Each host has a session of its own.')),
  expiry: v.pipe(
    v.optional(v.pipe(v.array(source), v.maxLength(50, few)), []),
    about('Where the end is told; the first that tells one counts. None: watch only.'),
  ),
  look: v.pipe(
    v.optional(
      v.strictObject({
        url: address,
        path: v.optional(anyPointer),
        unit: v.optional(unit),
        headers: v.optional(fixedHeaders),
      }),
    ),
    about('A safe GET that tells how the session stands and moves nothing.'),
  ),
  signs: v.pipe(
    v.optional(v.pipe(v.array(sign), v.maxLength(100, 'at most 100')), []),
    about('What tells about the session; the first that holds decides.'),
  ),
  signIn: v.optional(
    v.strictObject({ url: address, target: v.optional(v.picklist(['new', 'same']), 'new') }),
  ),
  prompt: v.pipe(
    v.optional(v.picklist(['guard', 'site', 'badge']), 'guard'),
    about('guard: we ask in the page; site: it asks by itself; badge: only the badge tells.'),
  ),
  siteRenews: v.pipe(v.optional(duration), about('The page renews by itself this long before the end.')),
  warnBefore: v.pipe(
    v.optional(
      v.pipe(
        duration,
        // One place says how late a warning may come: the policy.
        v.check(
          (ms) => readPolicy({ warnBefore: ms / 1000 }).policy.warnBefore !== undefined,
          'at least 25s',
        ),
      ),
    ),
    about('How long before the end to warn.'),
  ),
  keepFresh: v.pipe(v.optional(keepFresh), about('Off until the person turns it on.')),
  theme: v.pipe(v.optional(text(64), 'default'), about('Name of a theme.')),
});

/** What a file of site profiles holds. */
export const profileDocument = v.strictObject({
  $schema: v.optional(v.string()),
  version: v.pipe(v.literal(1), about('Of this form.')),
  sites: v.array(site),
});

/** One guarded site: defaults are filled in, durations are ms. */
export type SiteProfile = v.InferOutput<typeof site>;

export type KeepFresh = NonNullable<SiteProfile['keepFresh']>;
