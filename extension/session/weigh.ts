import type { Reading } from '../../shared/facts.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { SessionRecord, SourceFact } from '../stored.ts';
import { choose, localOf } from './choose.ts';
import { factOf, newest, toReading, withFact, withoutUses } from './tell.ts';

/** What an answer to us comes to. */
export interface Weighed {
  record: SessionRecord;
  reading?: Reading;
  problem?: Problem;
  /** It may be that looking moves the expiry: another look, soon, tells. */
  lookAgain?: boolean;
}

/** Expiries that differ by less were not moved: durations come in whole seconds. */
const moved = 2000;
const enough = 2;

/**
 * Puts the answer to a look or a renewal beside what the other sources said. A look must say "alive" once before its
 * "ended" is believed; one that moves the expiry is no look.
 */
export function weigh(site: SiteProfile, record: SessionRecord, answer: Reading, now: number): Weighed {
  const isLook = answer.source === 'look';
  if (answer.ended)
    return isLook && !record.lookProven
      ? { record, problem: problem('look-unproven', 'a look that once said alive', undefined, 'look.url') }
      : { record, reading: answer };
  if (!answer.alive) return { record, reading: answer };

  const { expiry } = answer.alive;
  const place = site.expiry.findIndex(({ from }) => from === 'look');
  const before = record.told[place];
  const reading = { ...answer, requestedAt: newest(answer.requestedAt, before, record) };
  const alive = { ...withoutUses(site, record), lookProven: record.lookProven || isLook };
  // A renewal's own word is the newest there is, listed or not.
  if (!expiry || place < 0) return isLook ? combined(site, alive, reading, now) : { record: alive, reading };

  const fact = factOf(record.facts, before, { at: expiry.at, server: !!expiry.server }, answer);
  const told = withFact(alive, place, fact);
  if (!isLook) return { record: told, reading };
  const lookMoved = movesAlong(record, before, fact) ? record.lookMoved + 1 : 0;
  const lookExtends = record.lookExtends || lookMoved >= enough;
  const next = { ...told, lookMoved, lookExtends };
  // Past by the careful clock, and the server still says alive: no other end is known, and this one is not forgotten.
  const isLast = choose(site, next, now) === undefined;
  return {
    ...(isLast ? { record: next, reading } : combined(site, next, reading, now)),
    lookAgain: lookMoved > 0 && !lookExtends,
    ...(lookExtends && {
      problem: problem('look-extends', 'an address that moves nothing', undefined, 'look.url'),
    }),
  };
}

/** The server's word on life, with the end that counts among all sources. */
function combined(site: SiteProfile, record: SessionRecord, reading: Reading, now: number): Weighed {
  const chosen = toReading(site, record, reading, now).alive;
  return { record, reading: { ...reading, alive: { ...reading.alive, expiry: undefined, ...chosen } } };
}

/** As much later as it was asked later. */
function movesAlong({ facts }: SessionRecord, before: SourceFact | undefined, fact: SourceFact): boolean {
  if (!before) return false;
  const later = localOf(facts, fact) - localOf(facts, before);
  return later > moved && Math.abs(later - (fact.readAt - before.readAt)) <= moved;
}
