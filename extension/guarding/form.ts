import { readDuration } from '../../shared/duration.ts';
import type { Candidate } from './candidates.ts';
import type { CookieSeen } from './seen.ts';
import { isSessionLike } from './names.ts';
import type { Answer } from './make-profile.ts';

/** `keep`: as the profile has it now. */
export type How = 'keep' | 'preset' | 'tells' | 'away' | 'fixed' | 'watch';

export const units = ['m', 'h', 'd'] as const;
export type FormUnit = (typeof units)[number];

/** A duration as it is typed. */
export interface Typed {
  count: string;
  unit: FormUnit;
}

/** What the person filled in. */
export interface Form {
  /** Absent: nothing was chosen so far. */
  how?: How;
  /** Of a candidate. */
  candidate?: string;
  away: Typed;
  fixed: Typed;
  preset?: string;
  address?: string;
  keepFresh?: boolean;
}

export const emptyForm: Form = { away: { count: '30', unit: 'm' }, fixed: { count: '8', unit: 'h' } };

const longest = 400 * 86_400_000;

/** In ms; nothing for what is no duration of at least a minute. */
export function readTyped({ count, unit }: Typed): number | undefined {
  const plain = count.trim();
  if (!/^\d{1,6}$/.test(plain)) return undefined;
  const read = readDuration(plain + unit);
  return 'ms' in read && read.ms >= 60_000 && read.ms <= longest ? read.ms : undefined;
}

/** The cookie that says best that somebody signed in: one that scripts cannot write, and that is not always new. */
export function signInCookie(cookies: readonly CookieSeen[]): CookieSeen | undefined {
  return cookies
    .filter(
      ({ name, changes }) => isSessionLike(name) && !changes && name.length <= 200 && !name.includes('*'),
    )
    .sort((one, other) => Number(other.httpOnly) - Number(one.httpOnly))[0];
}

/** What is filled in as an answer; nothing where something is missing. */
export function answerOf(
  how: How,
  form: Form,
  candidates: readonly Candidate[],
  cookie: CookieSeen | undefined,
  granted: (pattern: string) => boolean,
): Answer | undefined {
  if (how === 'watch') return { how };
  if (how === 'tells') {
    const chosen = candidates.find(({ id }) => id === form.candidate);
    return (
      chosen && {
        how,
        source: chosen.source,
        ...(chosen.look !== undefined && { look: chosen.look }),
        ...(chosen.reach && granted(chosen.reach.pattern) && { reach: chosen.reach.pattern }),
      }
    );
  }
  if (how === 'away') {
    const ms = readTyped(form.away);
    return ms === undefined ? undefined : { how, ms };
  }
  if (how === 'fixed') {
    const ms = readTyped(form.fixed);
    return ms === undefined || !cookie ? undefined : { how, ms, cookie: cookie.name };
  }
  return undefined;
}
