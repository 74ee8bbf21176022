import { wobble, type Facts, type Reading } from '../../shared/facts.ts';
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
  const next: SessionRecord = { ...record, told: { ...record.told, [place]: fact } };
  const over = isOver(record.facts);
  const isLater = !before || localOf(record.facts, fact) > localOf(record.facts, before) + wobble;
  if (over && (isWeak(source) || !isLater)) return { record: next };
  const { aliveAt } = record.facts;
  // A weak word says nothing of life, nor does a value that was there before: they only tell when a known life ends.
  if (isWeak(source) && aliveAt === undefined) return { record: next };
  const isNews = !isWeak(source) && (isReply(source) || fact.since === times.requestedAt);
  const asked = isNews ? times : { ...times, requestedAt: aliveAt ?? fact.since };
  return { record: next, reading: { ...toReading(site, next, asked, now), subject: said.subject } };
}

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

/** Ended, or past an end that the server stated. Past a weak one nobody knows. */
export const isOver = ({ ended, passedAt, passedWeak }: Facts): boolean =>
  ended !== undefined || (passedAt !== undefined && !passedWeak);

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
