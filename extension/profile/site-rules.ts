import { isWithin, type Place } from './match.ts';
import type { Sign, SiteProfile, Source } from './profile.ts';

/** A member that does not go with the others, and what would be right. */
export interface Refusal {
  field: string;
  expected: string;
  found?: unknown;
}

/** What is broken where the test holds; the member to name comes first. */
type Rule<T> = readonly [member: string, broken: (it: T) => boolean, expected: string];

const has = (it: object, member: string) => (it as Record<string, unknown>)[member] !== undefined;
const any = (it: object, members: string) => members.split(' ').some((member) => has(it, member));

const ofReplies = 'except method status redirect header at';

const signRules: readonly Rule<Sign>[] = [
  [
    'means',
    (sign) => ['url', 'cookie', 'page'].filter((what) => has(sign, what)).length !== 1,
    'one of url, cookie and page beside it',
  ],
  ...ofReplies
    .split(' ')
    .map((member): Rule<Sign> => [member, (sign) => has(sign, member) && !has(sign, 'url'), 'url beside it']),
  ['gone', ({ cookie, gone }) => (cookie === undefined) !== (gone === undefined), 'cookie and gone together'],
  ['is', (sign) => 'is' in sign && !any(sign, 'header at'), 'header or at beside it'],
  [
    'is',
    (sign) => 'is' in sign && has(sign, 'header') && has(sign, 'at'),
    'header or at beside it, not both',
  ],
  [
    'is',
    (sign) => 'is' in sign && has(sign, 'header') && !has(sign, 'at') && typeof sign.is !== 'string',
    'a text: the header’s',
  ],
  [
    'means',
    ({ page, means }) => page !== undefined && !/^(ended|look)$/.test(means),
    'ended or look: a page never begins or lengthens',
  ],
  ['reason', ({ reason, means }) => reason !== undefined && means !== 'ended', 'only where it means ended'],
  ['name', ({ name = '' }) => /^(counted|input)$/.test(name), 'another name than counted and input'],
];

const sourceRules: readonly Rule<Source>[] = [
  ['part', (source) => has(source, 'split') !== has(source, 'part'), 'split and part together'],
  [
    'unit',
    (source) => 'as' in source && source.as === 'jwt' && has(source, 'unit'),
    'no unit: that of a JWT is known',
  ],
  [
    'unit',
    (source) => 'as' in source && /json/.test(source.as ?? '') && has(source, 'unit') && !has(source, 'path'),
    'path beside it',
  ],
  [
    'path',
    (source) =>
      source.from === 'response' &&
      /^(moment|jwt|base64-json)$/.test(source.as ?? '') &&
      !has(source, 'path'),
    'path to the value in the reply',
  ],
  [
    'unit',
    (source) => source.from === 'response' && has(source, 'unit') && !has(source, 'path'),
    'path beside it',
  ],
  [
    'split',
    (source) =>
      source.from === 'response' &&
      has(source, 'split') &&
      (!has(source, 'path') || !/^(moment|jwt|base64-json)$/.test(source.as ?? '')),
    'path and as beside it: moment, jwt or base64-json',
  ],
  [
    'unit',
    (source) => source.from === 'response' && source.as === 'base64-json' && has(source, 'unit'),
    'no unit: path leads to the text, whose shape is known',
  ],
];

const hour = 3_600_000;

const siteRules: readonly Rule<SiteProfile>[] = [
  [
    'look',
    ({ look, expiry }) => !look && expiry.some(({ from }) => from === 'look'),
    'look, which a source names',
  ],
  [
    'keepFresh.idle',
    ({ keepFresh }) => keepFresh?.while === 'open' && !keepFresh.idle,
    'idle, which open needs',
  ],
  [
    'keepFresh.atMost',
    ({ keepFresh }) => keepFresh?.while === 'open' && keepFresh.atMost! > 8 * hour,
    'at most 8h',
  ],
  [
    'keepFresh.body',
    ({ keepFresh }) =>
      keepFresh?.by === 'request' && keepFresh.method === 'GET' && keepFresh.body !== undefined,
    'no body with GET',
  ],
  [
    'keepFresh.csrf',
    ({ keepFresh }) =>
      keepFresh?.by === 'request' && keepFresh.method === 'GET' && keepFresh.csrf !== undefined,
    'no token with GET, which goes into logs',
  ],
];

/** What the schema cannot see: members that need or exclude each other, and addresses outside of the site. */
export function refusalsOf(site: SiteProfile): Refusal[] {
  return [
    ...broken(siteRules, site, ''),
    ...site.expiry.flatMap((source, at) => broken(sourceRules, source, `expiry[${at}].`)),
    ...site.signs.flatMap((sign, at) => broken(signRules, sign, `signs[${at}].`)),
    ...unnamed(site),
    ...outside(site),
  ];
}

function broken<T>(rules: readonly Rule<T>[], it: T, before: string): Refusal[] {
  return rules
    .filter(([, isBroken]) => isBroken(it))
    .map(([member, , expected]) => ({ field: before + member, expected }));
}

/** An idle limit that starts at a sign nobody gives. */
function unnamed({ expiry, signs }: SiteProfile): Refusal[] {
  const names = ['counted', 'input', ...signs.map(({ name }) => name)];
  return expiry.flatMap((source, at) =>
    source.from === 'idle' && !names.includes(source.since)
      ? {
          field: `expiry[${at}].since`,
          expected: 'counted, input, or the name of a sign',
          found: source.since,
        }
      : [],
  );
}

/** Only the sign-in, and where a reply leads to, may be elsewhere: nothing is sent there by itself. */
function outside(site: SiteProfile): Refusal[] {
  const patterns: [field: string, pattern: string][] = [];
  site.expiry.forEach((source, at) => {
    if ('url' in source) patterns.push([`expiry[${at}].url`, source.url]);
  });
  site.signs.forEach(({ url, except = [] }, at) => {
    if (url) patterns.push([`signs[${at}].url`, url]);
    except.forEach((each, index) => patterns.push([`signs[${at}].except[${index}]`, each]));
  });
  const { look, keepFresh } = site;
  if (look) patterns.push(['look.url', originPattern(look.url)]);
  if (keepFresh?.by === 'request') patterns.push(['keepFresh.url', originPattern(keepFresh.url)]);
  return patterns
    .filter(([, pattern]) => isElsewhere(site, pattern))
    .map(([field, found]) => ({ field, expected: 'an address at a host of match or hosts', found }));
}

const isElsewhere = (site: Place, pattern: string) => !/^[/.]/.test(pattern) && !isWithin(site, pattern);

/** Of an address only the origin must be within: its path may be anything. */
const originPattern = (address: string) => (/^[/.]/.test(address) ? address : `${new URL(address).origin}/*`);
