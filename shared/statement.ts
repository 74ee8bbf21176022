import type { Alive, Moment, Reading } from './facts.ts';
import { hash } from './hash.ts';
import { readMoment } from './moment.ts';
import type { Policy } from './policy.ts';
import { problem, type Problem } from './problem.ts';
import { readSession } from './read-session.ts';
import { roundedSample, type Skew } from './skew.ts';

/** What a page says of its session: rendered into it, or known from a reply of its own. */
export interface Statement {
  /** A moment in any form that `readMoment` takes. */
  expiresAt?: unknown;
  /** Seconds from `requestedAt`. */
  expiresIn?: unknown;
  /** The moment no renewal can pass. */
  absoluteExpiresAt?: unknown;
  /** Parsed JSON of a reply, read as a look's. */
  body?: unknown;
}

interface Times {
  requestedAt: number;
  receivedAt: number;
}

/**
 * Reads a statement of the page into a reading. A refused value is a problem and leaves no reading.
 *
 * @param known How far the server's clock is ahead, as far as known: else a moment that has passed shows a wrong clock.
 */
export function readStatement(
  { expiresAt, expiresIn, absoluteExpiresAt, body }: Statement,
  source: 'page' | 'start',
  { requestedAt, receivedAt }: Times,
  policy: Policy,
  known?: Skew,
): { reading?: Reading; problems: Problem[] } {
  const times = { requestedAt, receivedAt };
  if (body !== undefined) return readBody(body, source, times, policy);

  const problems: Problem[] = [];
  function moment(value: unknown, field: string, unit?: 'in-s'): Moment | undefined {
    if (value === undefined || value === null) return undefined;
    const read = readMoment(value, { now: receivedAt, requestedAt, unit, noExpiry: policy.noExpiry });
    if (read.problem) problems.push({ ...read.problem, field });
    return read.at === undefined || read.at === Infinity ? undefined : { at: read.at, server: !unit };
  }
  const at = moment(expiresAt, 'expiresAt');
  const inS = moment(expiresIn, 'expiresIn', 'in-s');
  const absolute = moment(absoluteExpiresAt, 'absoluteExpiresAt');

  if (at && !inS && at.at - (known?.late ?? 0) <= requestedAt)
    problems.push(
      problem('clock-wrong', 'render expires-in too, or set session-url', expiresAt, 'expiresAt'),
    );
  if (problems.length) return { problems };

  const expiry = inS ?? at;
  const alive: Alive | undefined =
    expiry || source === 'start' ? { expiry, whole: source === 'start' } : undefined;
  // Both given: their difference is the server's own now.
  const told = at && inS && inS.at > requestedAt ? at.at - (inS.at - requestedAt) : undefined;
  const skew = told === undefined ? undefined : roundedSample(told, requestedAt, receivedAt);
  return { reading: { source, ...times, subject: policy.subject, alive, absolute, skew }, problems };
}

/** Reads a JSON body that states a session: a look's, a renewal's, or one that the page passes on. */
export function readBody(
  body: unknown,
  source: Reading['source'],
  times: Times,
  policy: Policy,
  path: string | undefined = policy.path,
): { reading?: Reading; problems: Problem[] } {
  const said = readSession(body, { ...times, path, unit: policy.unit, noExpiry: policy.noExpiry });
  const { problems } = said;
  const subject = said.subject === undefined ? policy.subject : hash(said.subject);
  const reading: Reading = { source, ...times, subject };
  if (said.serverNow !== undefined)
    reading.skew = roundedSample(said.serverNow, times.requestedAt, times.receivedAt);
  if (said.ended) return { reading: { ...reading, ended: { reason: said.ended, certain: true } }, problems };
  if (!said.alive) return { problems };

  const moment = (at: number | undefined, relative?: true): Moment | undefined =>
    at === undefined || at === Infinity ? undefined : { at, server: !relative };
  const alive: Alive = {
    expiry: moment(said.expiresAt, said.relative),
    idle: said.idle,
    whole: source !== 'look',
    canRenew: said.canRenew,
  };
  return {
    reading: { ...reading, alive, absolute: moment(said.absoluteExpiresAt, said.absoluteRelative) },
    problems,
  };
}
