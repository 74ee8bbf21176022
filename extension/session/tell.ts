import { isPast, wobble, type Facts, type Reading } from '../../shared/facts.ts';
import type { SourceReading } from '../profile/sources.ts';
import type { SiteProfile, Source } from '../profile/profile.ts';
import { isWeak } from '../profile/weak.ts';
import type { SessionRecord, SourceFact } from '../stored.ts';
import { choose, localOf, momentOf } from './choose.ts';

/** What a source's word comes to. */
export interface Told {
  record: SessionRecord;
  /** For the guard to believe; absent: it says nothing that counts now. */
  reading?: Reading;
}

interface Times {
  requestedAt: number;
  receivedAt: number;
}

/**
 * Takes what the source at `place` says (all times local) and works out the end that counts now. A weak source brings
 * no session back, and a strong one only by a later end than it said before.
 */
export function tell(
  site: SiteProfile,
  record: SessionRecord,
  place: number,
  said: Pick<SourceReading, 'expiresAt' | 'relative' | 'subject'>,
  times: Times,
  now: number,
): Told {
  const source = site.expiry[place];
  if (!source) return { record };
  const before = record.told[place];
  if (said.expiresAt === undefined) return { record: { ...record, told: without(record.told, place) } };

  const fact = factOf(record.facts, before, { at: said.expiresAt, server: !said.relative }, times);
  const heard = withFact(record, place, fact);
  const next = withoutUses(site, heard);
  const over = isPast(record.facts);
  const isLater = !before || localOf(record.facts, fact) > localOf(record.facts, before) + wobble;
  if (over && (isWeak(source) || !isLater)) return { record: heard };
  const { aliveAt } = record.facts;
  // A weak word says nothing of life, nor does a value that was there before: they only tell when a known life ends.
  if (isWeak(source) && aliveAt === undefined) return { record: next };
  const isNews = !isWeak(source) && (isReply(source) || fact.since === times.requestedAt);
  const asked = isNews
    ? { ...times, requestedAt: newest(times.requestedAt, before, record) }
    : { ...times, requestedAt: aliveAt ?? fact.since };
  return { record: next, reading: { ...toReading(site, next, asked, now), subject: said.subject } };
}

/**
 * A sign of the same reply, or of one behind it, may have come first: it said nothing of the end, and this is still the
 * newest word on it. Over, only what was asked later counts (law 2).
 */
export const newest = (asked: number, before: SourceFact | undefined, { facts }: SessionRecord): number =>
  isPast(facts) || (before && before.readAt > asked) ? asked : Math.max(asked, facts.aliveAt ?? asked);

/** Each is a word of the server anew. */
const isReply = ({ from }: Source): boolean => from === 'header' || from === 'response';

/** A reading that says "alive", with the end that counts now. Nothing is told of an end nobody knows. */
export function toReading(site: SiteProfile, record: SessionRecord, times: Times, now: number): Reading {
  const chosen = choose(site, record, now);
  const first = chosen && {
    since: chosen.fact.since,
    lifetime: chosen.fact.lifetime,
    whole: chosen.source.from === 'idle',
  };
  return {
    source: 'observed',
    ...times,
    alive: chosen ? { expiry: momentOf(chosen), first } : {},
  };
}

/** What comes after an end is another session: uses before it start no limit of that one. */
export function withoutUses(site: SiteProfile, record: SessionRecord): SessionRecord {
  if (!isPast(record.facts)) return record;
  const { ended, passedAt = -Infinity } = record.facts;
  const overAt = Math.max(passedAt, ended?.at ?? -Infinity);
  const told = Object.entries(record.told).filter(
    ([place, { readAt }]) => site.expiry[Number(place)]?.from !== 'idle' || readAt > overAt,
  );
  return { ...record, told: Object.fromEntries(told) };
}

/** What was asked for earlier, and comes later, replaces nothing. */
export function withFact(record: SessionRecord, place: number, fact: SourceFact): SessionRecord {
  const before = record.told[place];
  return before && before.readAt > fact.readAt
    ? record
    : { ...record, told: { ...record.told, [place]: fact } };
}

export function factOf(
  facts: Facts,
  before: SourceFact | undefined,
  { at, server }: { at: number; server: boolean },
  { requestedAt }: Times,
): SourceFact {
  const fact = { at, server, readAt: requestedAt };
  const local = localOf(facts, { ...fact, since: 0, lifetime: 0 });
  const isSame = before && Math.abs(localOf(facts, before) - local) <= wobble;
  const { since, lifetime } = isSame ? before : { since: requestedAt, lifetime: local - requestedAt };
  return { ...fact, since, lifetime };
}

function without(told: SessionRecord['told'], place: number): SessionRecord['told'] {
  return Object.fromEntries(Object.entries(told).filter(([each]) => Number(each) !== place));
}
