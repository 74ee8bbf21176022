import * as v from 'valibot';
import { readDuration } from '../../shared/duration.ts';
import { isPointer } from '../../shared/json-pointer.ts';
import type { Unit } from '../../shared/moment.ts';
import { readPolicy } from '../../shared/policy.ts';
import { readAddress, readPattern } from './match.ts';

// Messages say what would be right: they become `expected` of a problem.

const longest = 34_560e6; // 400 days, as for moments

/** A text of at least one character. */
export const text = (most: number) =>
  v.pipe(v.string(), v.nonEmpty('a text that is not empty'), v.maxLength(most, `at most ${most} characters`));

/** In the profile as people write it, here in ms: what was read must not be read again. */
export const duration = v.pipe(
  v.union([v.string(), v.number()], '90s, 2m, 1h30m, PT2M, or seconds'),
  v.rawTransform<string | number, number>(({ dataset, addIssue, NEVER }) => {
    const read = readDuration(dataset.value);
    if ('ms' in read && read.ms > 0 && read.ms <= longest) return read.ms;
    addIssue({ message: 'ms' in read ? 'more than 0, at most 400d' : `${read.problem.expected}` });
    return NEVER;
  }),
);

export const pointer = v.pipe(text(500), v.check(isPointer, 'a JSON Pointer, such as /session/expires_at'));

/** Also the whole document: `''`. */
export const anyPointer = v.union([v.literal(''), pointer], 'a JSON Pointer, such as /session/expires_at');

export const unit = v.pipe(
  text(20),
  v.check(
    (name) => readPolicy({ expiresAtUnit: name }).policy.unit !== undefined,
    'epoch-s, in-s, rfc3339, …',
  ),
  v.transform((name) => name as Unit),
);

export const matchPattern = v.pipe(
  text(500),
  v.check(
    (pattern) => readPattern(pattern) !== undefined,
    'a match pattern of http or https with a host, such as https://app.example.com/*',
  ),
);

/** No origin: it is taken from the page. `//` and `\` would bring one in. */
const isPath = (path: string) => /^\/(?!\/)[!-~]*$/.test(path) && !/[#\\]/.test(path);

export const glob = v.pipe(
  text(500),
  v.check(
    (address) => isPath(address) || readPattern(address) !== undefined,
    'a path such as /api/*, or a match pattern',
  ),
);

/** Where a request goes. `readAddress` alone would take `/a` with a base, and `https:a` without. */
const isAddress = (address: string) =>
  isPath(address) ||
  (/^https?:\/\/[!-~]+$/.test(address) && !/[#\\]/.test(address) && !!readAddress(address));

export const address = v.pipe(
  text(2000),
  v.check((to) => isAddress(to) && !to.includes('*'), 'a path such as /api/session, or an http(s) address'),
);

/** Field names of HTTP; a `*` among them is no glob. */
export const headerName = v.pipe(text(100), v.regex(/^[\w!#$%&'*+.^`|~-]+$/, 'the name of a header'));
