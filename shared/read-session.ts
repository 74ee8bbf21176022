import type { Reason } from './ending.ts';
import { readPointer, readTexts } from './json-pointer.ts';
import { readMoment, type Unit } from './moment.ts';
import type { Problem } from './problem.ts';
import { namedEnding } from './named-ending.ts';
import { renewable, shapes, signs, subjects, tokens, type Limit, type Shape } from './session-shapes.ts';

/** What a reply says of the session. What it does not say is `undefined`. */
export interface SessionReading {
  /** Epoch ms; server clock unless `relative`. Where the idle limit is stated too, the earlier of both. */
  expiresAt?: number;
  /** `expiresAt` was counted from the request's start: it is a moment of the local clock. */
  relative?: true;
  /** `expiresAt` accounts for the idle limit (the shape says so): it may replace an idle estimate. */
  idle?: true;
  /** In ms. None of the known shapes states it. */
  idleTimeout?: number;
  /** Epoch ms; server clock unless `absoluteRelative`. */
  absoluteExpiresAt?: number;
  /** `absoluteExpiresAt` was counted from the request's start. */
  absoluteRelative?: true;
  /** The server's own now, where one limit is stated both as a moment and as a duration: a skew sample. */
  serverNow?: number;
  canRenew?: boolean;
  /** As the server writes it: hash it before it goes anywhere. */
  subject?: string;
  /** The body says that there is no session. Nothing else is set then. */
  ended?: Reason;
  /** The body says that the session lives, or states its end; whether that has passed is for the clock. */
  alive?: true;
  problems: Problem[];
}

export interface SessionOptions {
  /** Local epoch ms when the request was sent: durations count from here. */
  requestedAt: number;
  /** Local epoch ms when the reply came. */
  receivedAt: number;
  /** JSON Pointer (RFC 6901) to the expiry. Default: the known shapes. */
  path?: string | undefined;
  /** What `path` points at. Default: as the known shape at that place, else any moment. Unused without `path`. */
  unit?: Unit | undefined;
  /** Values that mean "never" say that the session has no end. Default: they say nothing. */
  noExpiry?: boolean | undefined;
}

/**
 * Reads what the parsed JSON of a look or a renewal says of the session.
 *
 * With `path` exactly that value is read, and the forms of an ended session count only where it gives no moment.
 * Without it the rows of `session-shapes.ts` are matched; what matches none is a problem, not a guess.
 *
 * @returns the reading with its `problems`: `unknown-shape`, `path-not-found`, `conflict`, and those of
 * `readMoment`, each with the JSON Pointer as `field`. Never throws, whatever the body.
 */
export function readSession(body: unknown, options: SessionOptions): SessionReading {
  const { requestedAt, path } = options;
  const known = path === undefined;
  const problems: Problem[] = [];
  const ends: Partial<Record<Limit, { at: number; relative?: true }>> = {};
  let serverNow: number | undefined;
  let alive = false;

  const there = (pointer: string) => readPointer(body, pointer) !== undefined;
  const rows: readonly Shape[] = known
    ? shapes.filter(([, , beside]) => (beside ? there(beside) : !tokens.some(there)))
    : [[path, 'stated', '', options.unit ?? shapes.find(([pointer]) => pointer === path)?.[3]]];
  for (const [field, limit, beside, unit] of rows) {
    const value = readPointer(body, field);
    if (value === undefined) continue;
    const { at, problem: refused } = readMoment(value, { ...options, now: requestedAt, unit });
    if (refused) problems.push({ ...refused, field });
    // Unset says "no end" only where the rest of the shape is there.
    alive ||= at !== undefined || (!refused && !!beside);
    if (at === undefined || at === Infinity) continue;

    const relative = /^in-/.test(String(unit)) || undefined;
    const other = (ends[limit] ??= { at, relative });
    if (other.relative === relative) {
      // What is rounded, or read from the clock twice, may differ by this much and still agree.
      if (Math.abs(at - other.at) > 2000) problems.push({ code: 'conflict', field });
      other.at = Math.min(at, other.at);
    } else {
      // Durations have the last rows. One of 0 has been over for any time: no clock follows from it.
      if (at > requestedAt) serverNow ??= other.at - (at - requestedAt);
      ends[limit] = { at, relative };
    }
  }

  if (known || !alive) {
    const life = readLife(body);
    if (typeof life === 'string') return { ended: life, problems: [] };
    alive ||= known && life;
  }
  if (!alive && !problems.length)
    problems.push({
      code: known ? 'unknown-shape' : 'path-not-found',
      expected: 'a moment at expires-at-path',
      field: path,
    });
  if (!alive) return { problems };

  const { stated, idle, absolute } = ends;
  const first = !stated || (idle && idle.at < stated.at) ? idle : stated;
  const rest = known && body;
  const canRenew = readPointer(rest, renewable);
  return {
    expiresAt: first?.at,
    relative: first?.relative,
    // An end that nothing can put off is not the idle one.
    idle: (idle && canRenew !== false) || undefined,
    absoluteExpiresAt: absolute?.at,
    absoluteRelative: absolute?.relative,
    serverNow,
    canRenew: typeof canRenew === 'boolean' ? canRenew : undefined,
    subject: readTexts(rest, subjects)[0],
    alive,
    problems,
  };
}

/** The reason when the body says that the session is over, else whether it says that it lives. */
function readLife(body: unknown): Reason | boolean {
  if (body === null) return 'unknown';
  const coded = namedEnding(body);
  if (coded) return coded.reason;
  let alive = false;
  for (const [pointer, no, reason = 'unknown'] of signs) {
    const value = readPointer(body, pointer);
    if (value === no) return reason;
    // Only an object has members with a name: neither a list nor a text.
    alive ||= no === null ? Object.keys(Object(value)).some((key) => isNaN(+key)) : value === true;
  }
  return alive;
}
