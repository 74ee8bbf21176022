import { isPast, type Reading } from '../../shared/facts.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { Sign } from '../profile/sign.ts';
import type { SessionRecord } from '../stored.ts';
import { newest, toReading, withoutUses } from './tell.ts';

export interface SignTold {
  record: SessionRecord;
  reading?: Reading;
  look?: boolean;
}

interface Times {
  requestedAt: number;
  receivedAt: number;
}

/** What starts an idle limit: a request that its server saw, a hand on the page, or a sign that the source names. */
export type Use = 'counted' | 'input' | (string & {});

/** What a sign comes to. Times are local. */
export function heed(
  site: SiteProfile,
  record: SessionRecord,
  sign: Sign,
  times: Times,
  now: number,
): SignTold {
  const { means, name, reason = 'unknown' } = sign;
  if (means === 'ended')
    return { record, reading: { source: 'observed', ...times, ended: { reason, certain: true } } };
  if (means === 'look') return { record: used(site, record, name, times), look: true };

  const isAlive = means === 'alive';
  let next = used(site, withoutUses(site, record), means, times);
  if (name) next = used(site, next, name, times);
  // Ended, only "alive" brings it back; a request that was counted says nothing of another session.
  if (isPast(record.facts) && !isAlive) return { record: next };
  // An idle limit that has passed starts again: here is a server that says so.
  if (isAlive && record.facts.passedWeak) next = used(site, next, 'counted', times);
  if (!isAlive && !record.facts.held) return { record: next };
  // A request that was counted moves the end also where another, asked for a moment later, was heard of first.
  const requestedAt = isAlive ? times.requestedAt : newest(times.requestedAt, undefined, record);
  return { record: next, reading: toReading(site, next, { ...times, requestedAt }, now) };
}

/** A hand on the page starts the limits that go by input; one that has passed stays so. */
export function heedInput(site: SiteProfile, record: SessionRecord, at: number): SignTold {
  const { aliveAt, passedAt, ended } = record.facts;
  const next = used(site, record, 'input', { requestedAt: at, receivedAt: at });
  if (next === record || aliveAt === undefined || passedAt !== undefined || ended) return { record };
  // A hand says nothing of life: it only moves the end of a known one.
  return { record: next, reading: toReading(site, next, { requestedAt: aliveAt, receivedAt: at }, at) };
}

/** Starts every idle limit that goes by this use. */
function used(
  site: SiteProfile,
  record: SessionRecord,
  use: Use | undefined,
  { requestedAt }: Times,
): SessionRecord {
  const started = site.expiry.flatMap((source, place) =>
    source.from === 'idle' && source.since === use && requestedAt > (record.told[place]?.readAt ?? -Infinity)
      ? [
          [
            place,
            {
              at: requestedAt + source.timeout,
              server: false,
              readAt: requestedAt,
              since: requestedAt,
              lifetime: source.timeout,
            },
          ] as const,
        ]
      : [],
  );
  return started.length ? { ...record, told: { ...record.told, ...Object.fromEntries(started) } } : record;
}
