import { isSessionLike, speaksAgainst } from './names.ts';
import type { Changed, WatchedEnd, WatchedNow, WatchNotes } from './watch-notes.ts';

const mostEnds = 10;
const mostChanges = 20;
/** What changed this long before an end, or after it, has to do with it. */
const around = 60_000;
const signingIn = 10_000;
const minute = 60_000;
const longestName = 200;

export type Use = 'sign-in' | 'input' | 'request';

const members: Record<Use, 'signedInAt' | 'lastInputAt' | 'lastRequestAt'> = {
  'sign-in': 'signedInAt',
  input: 'lastInputAt',
  request: 'lastRequestAt',
};

export const beginWatch = (now: number): WatchNotes => ({ since: now, ends: [], now: { changes: [] } });

/** The person signed in, used the site, or its server got a request. A sign-in begins anew. */
export function noteUse(notes: WatchNotes, use: Use, at: number): WatchNotes {
  if (use === 'sign-in') return { ...notes, now: { changes: [], signedInAt: at } };
  const current = nowOf(notes);
  // Once something told of an end, what comes after it belongs to the next session.
  if (hintIn(current)) return notes;
  return { ...notes, now: { ...current, [members[use]]: at } };
}

/** A cookie was written: one that comes with a sign-in may tell of the next one. */
export function noteWritten(notes: WatchNotes, cookie: string, at: number): WatchNotes {
  const current = nowOf(notes);
  const { signedInAt, written = [] } = current;
  const isOfSignIn = signedInAt !== undefined && Math.abs(at - signedInAt) <= signingIn;
  if (!isOfSignIn || written.includes(cookie) || !isSessionLike(cookie)) return notes;
  return {
    ...notes,
    now: { ...current, written: [...written, cookie.slice(0, longestName)].slice(-mostChanges) },
  };
}

/**
 * Something changed that may have to do with an end. Cookies of which nobody would say so are left out.
 *
 * @param name without values: of an address no query, of a status with its path.
 */
export function noteChange(notes: WatchNotes, changed: Changed, at: number): WatchNotes {
  const name = changed.name.slice(0, longestName);
  if (/-gone$/.test(changed.what) && speaksAgainst(name)) return notes;
  const current = nowOf(notes);
  const changes = [...current.changes, { what: changed.what, name, at }].slice(-mostChanges);
  return { ...notes, now: { ...current, changes } };
}

/** `401 /api/me`, for a status. */
export function statusName(status: number, address: string): string {
  return `${status} ${URL.canParse(address) ? new URL(address).pathname : '/'}`;
}

/** The path of the site itself, or the address elsewhere, that a reply led to. */
export function redirectName(to: string, from: string): string | undefined {
  if (!URL.canParse(to, from) || !URL.canParse(from)) return undefined;
  const { origin, pathname, protocol } = new URL(to, from);
  if (!/^https?:$/.test(protocol)) return undefined;
  return origin === new URL(from).origin ? pathname : origin + pathname;
}

/** Since when it looks as if the person were signed out: then they are asked. */
export const askedSince = (notes: WatchNotes | undefined): number | undefined =>
  notes && hintIn(nowOf(notes))?.at;

/** The person's answer to "Were you just signed out?", or the word of a sign. */
export function answerWatch(notes: WatchNotes, yes: boolean, now: number): WatchNotes {
  const current = nowOf(notes);
  if (!yes) return { ...notes, now: { ...current, changes: [], deniedAt: now } };
  const { changes, signedInAt, lastInputAt, lastRequestAt, written } = current;
  const at = hintIn(current)?.at ?? now;
  const near = changes.filter((each) => Math.abs(each.at - at) <= around);
  const changed = [...new Map(near.map(({ what, name }) => [`${what} ${name}`, { what, name }])).values()];
  const end: WatchedEnd = {
    at,
    ...(signedInAt !== undefined && { signedInAt }),
    ...(lastInputAt !== undefined && { lastInputAt }),
    ...(lastRequestAt !== undefined && { lastRequestAt }),
    ...(written && { written }),
    changed,
  };
  const ends = [...notes.ends, end].slice(-mostEnds);
  return { ...notes, ends, now: { changes: [] } };
}

const nowOf = ({ now }: WatchNotes): WatchedNow => now ?? { changes: [] };

/** The first of the latest changes that came together, of a kind that ends go with. */
function hintIn({ changes, deniedAt = -Infinity }: WatchedNow): { at: number } | undefined {
  const last = changes.findLast((change) => isHint(change) && change.at > deniedAt);
  return last && changes.find((change) => isHint(change) && last.at - change.at <= minute);
}

const isHint = ({ what, name }: Changed) => what !== 'status' || /^(401|419|440) /.test(name);
