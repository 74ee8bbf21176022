import { reasons, type Ending } from './ending.ts';
import type { Alive, First, Moment, Reading } from './facts.ts';
import type { Skew } from './skew.ts';

/** What tabs tell each other: what they know, or that they would like to know. Times are local. */
export interface Message {
  readings: Reading[];
  /** Start of the newest request that the server counted as use. */
  countedAt?: number;
  /** A tab asks; what it knows itself was asked for at this moment. */
  ask?: number;
}

/** Tabs of another version say nothing to each other. */
const version = 1;
const longest = 400 * 86_400_000;
const sources = ['page', 'look', 'renew', 'start', 'observed', 'end'];

type Plain = Record<string, unknown>;

/** @param lead How far local time is ahead of the wall clock here: messages carry wall times. */
export function writeMessage(message: Message, lead: number): unknown {
  return { v: version, ...shift(message, -lead) };
}

/**
 * Reads what came from another tab; `undefined` for anything else. Whatever is not of the schema, is of another
 * version, or would put the end further away than any session lasts is dropped whole: a message is worth exactly the
 * server reading it carries, and this one carries none.
 */
export function readMessage(data: unknown, lead: number, now: number): Message | undefined {
  try {
    const { v, readings, countedAt, ask } = object(data);
    if (v !== version || !Array.isArray(readings) || readings.length > 4) return undefined;
    const message = shift(
      {
        readings: readings.map(toReading),
        countedAt: optional(countedAt, number),
        ask: optional(ask, number),
      },
      lead,
    );
    return message.readings.every((reading) => isPlausible(reading, now)) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Wall times to local ones, and back. */
function shift({ readings, countedAt, ask }: Message, by: number): Message {
  const moved = (at: number | undefined) => at && at + by;
  const moment = (given: Moment | undefined) => given && (given.server ? given : { at: given.at + by });
  return {
    readings: readings.map((reading) => ({
      ...reading,
      requestedAt: reading.requestedAt + by,
      receivedAt: reading.receivedAt + by,
      skew: reading.skew && { early: reading.skew.early - by, late: reading.skew.late - by },
      absolute: moment(reading.absolute),
      alive: reading.alive && {
        ...reading.alive,
        expiry: moment(reading.alive.expiry),
        first: reading.alive.first && { ...reading.alive.first, since: reading.alive.first.since + by },
      },
    })),
    countedAt: moved(countedAt),
    ask: moved(ask),
  };
}

function isPlausible({ requestedAt, alive, absolute, skew }: Reading, now: number): boolean {
  const inRange = (moment: Moment | undefined) => {
    if (!moment) return true;
    const at = moment.server ? moment.at - (skew?.late ?? 0) : moment.at;
    return at > requestedAt && at <= now + longest;
  };
  const asked = requestedAt <= now + 1000 && requestedAt > now - longest;
  const first = alive?.first;
  const wasFirst = !first || (first.since <= requestedAt && first.lifetime > 0);
  return asked && wasFirst && inRange(alive?.expiry) && inRange(absolute);
}

function toReading(data: unknown): Reading {
  const { source, requestedAt, receivedAt, skew, subject, absolute, alive, ended } = object(data);
  return {
    source: one(sources, source) as Reading['source'],
    requestedAt: number(requestedAt),
    receivedAt: number(receivedAt),
    skew: optional(skew, toSkew),
    subject: optional(subject, text),
    absolute: optional(absolute, toMoment),
    alive: optional(alive, toAlive),
    ended: optional(ended, toEnding),
  };
}

function toAlive(data: unknown): Alive {
  const { expiry, idle, whole, canRenew, first } = object(data);
  return {
    expiry: optional(expiry, toMoment),
    idle: optional(idle, boolean),
    whole: optional(whole, boolean),
    canRenew: optional(canRenew, boolean),
    first: optional(first, toFirst),
  };
}

function toFirst(data: unknown): First {
  const { since, lifetime, whole } = object(data);
  return { since: number(since), lifetime: number(lifetime), whole: boolean(whole) };
}

function toEnding(data: unknown): Ending {
  const { reason, certain, code, requestId, docUrl } = object(data);
  const url = optional(docUrl, text);
  return {
    reason: one(reasons, reason) as Ending['reason'],
    certain: boolean(certain),
    code: optional(code, text),
    requestId: optional(requestId, text),
    docUrl: url === undefined || /^https?:\/\//.test(url) ? url : undefined,
  };
}

function toSkew(data: unknown): Skew {
  const { early, late } = object(data);
  const skew = { early: number(early), late: number(late) };
  return skew.early <= skew.late ? skew : refuse();
}

function toMoment(data: unknown): Moment {
  const { at, server } = object(data);
  return { at: number(at), server: optional(server, boolean) };
}

const refuse = (): never => {
  throw new TypeError('not a message of ours');
};
const object = (data: unknown): Plain => (typeof data === 'object' && data ? (data as Plain) : refuse());
const number = (data: unknown): number =>
  typeof data === 'number' && Math.abs(data) < 8.64e15 ? data : refuse();
const boolean = (data: unknown): boolean => (typeof data === 'boolean' ? data : refuse());
const text = (data: unknown): string => (typeof data === 'string' && data.length <= 2000 ? data : refuse());
const one = (list: readonly string[], data: unknown): string =>
  list.includes(data as string) ? (data as string) : refuse();
const optional = <T>(data: unknown, read: (data: unknown) => T): T | undefined =>
  data === undefined || data === null ? undefined : read(data);
