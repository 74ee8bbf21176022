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
    const { v, ...said } = toMessage(data);
    const message = shift(said, lead);
    return v === version && message.readings.every((each) => isPlausible(each, now)) ? message : undefined;
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
  const asked = requestedAt <= now + 1000 && requestedAt > now - longest && !(skew && skew.early > skew.late);
  const first = alive?.first;
  const wasFirst = !first || (first.since <= requestedAt && first.lifetime > 0);
  return asked && wasFirst && inRange(alive?.expiry) && inRange(absolute);
}

const refuse = (): never => {
  throw new TypeError('not a message of ours');
};

type Read<T> = (data: unknown) => T;

/** Takes the named members and no others. */
const object =
  <T>(members: { [Name in keyof T]-?: Read<T[Name]> }): Read<T> =>
  (data) => {
    if (typeof data !== 'object' || !data) return refuse();
    const found = data as Record<string, unknown>;
    const read = Object.entries<Read<unknown>>(members).map(([name, member]) => [name, member(found[name])]);
    return Object.fromEntries(read) as T;
  };
const list =
  <T>(item: Read<T>, most: number): Read<T[]> =>
  (data) =>
    Array.isArray(data) && data.length <= most ? data.map(item) : refuse();
const optional =
  <T>(value: Read<T>): Read<T | undefined> =>
  (data) =>
    (data ?? undefined) === undefined ? undefined : value(data);
const one =
  <T>(known: readonly T[]): Read<T> =>
  (data) =>
    known.includes(data as T) ? (data as T) : refuse();
const number: Read<number> = (data) =>
  typeof data === 'number' && Math.abs(data) < 8.64e15 ? data : refuse();
const boolean = one([true, false]);
const text: Read<string> = (data) => (typeof data === 'string' && data.length <= 2000 ? data : refuse());
const address: Read<string> = (data) => (/^https?:\/\//.test(text(data)) ? text(data) : refuse());

const moment = object<Omit<Moment, 'weak'>>({ at: number, server: optional(boolean) });
const toMessage = object<Message & { v: number }>({
  v: number,
  readings: list(
    object<Reading>({
      source: one<Reading['source']>(['page', 'look', 'renew', 'start', 'observed', 'end']),
      requestedAt: number,
      receivedAt: number,
      skew: optional(object<Skew>({ early: number, late: number })),
      subject: optional(text),
      absolute: optional(moment),
      alive: optional(
        object<Alive>({
          expiry: optional(moment),
          idle: optional(boolean),
          whole: optional(boolean),
          canRenew: optional(boolean),
          first: optional(object<First>({ since: number, lifetime: number, whole: boolean })),
        }),
      ),
      ended: optional(
        object<Omit<Ending, 'detail'>>({
          reason: one(reasons),
          certain: boolean,
          code: optional(text),
          requestId: optional(text),
          docUrl: optional(address),
        }),
      ),
    }),
    4,
  ),
  countedAt: optional(number),
  ask: optional(number),
});
