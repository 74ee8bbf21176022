import { toLocal, type Facts, type Moment } from '../../shared/facts.ts';
import type { SiteProfile, Source } from '../profile/profile.ts';
import { isWeak } from '../profile/weak.ts';
import type { SessionRecord, SourceFact } from '../stored.ts';

/** A source's moment that still stands, on the local clock. */
export interface Standing {
  place: number;
  source: Source;
  fact: SourceFact;
  at: number;
}

const byPage = new Set<Source['from']>(['element', 'storage', 'response']);
const byNetwork = new Set<Source['from']>(['look', 'header', 'cookie']);

/** What sources say of an end that `now` has not passed, in the order of the profile. */
export function standing(
  site: SiteProfile,
  record: Pick<SessionRecord, 'told' | 'facts'>,
  now: number,
): Standing[] {
  return site.expiry.flatMap((source, place) => {
    const fact = record.told[place];
    const at = fact && localOf(record.facts, fact);
    return fact && at !== undefined && at > now ? { place, source, fact, at } : [];
  });
}

export const localOf = (facts: Facts, { at, server }: SourceFact): number => toLocal(facts, { at, server });

/**
 * The end that counts: the first source in order that yields one. What a page tells never lengthens what the network
 * showed; who told it stays the page.
 */
export function choose(
  site: SiteProfile,
  record: Pick<SessionRecord, 'told' | 'facts'>,
  now: number,
): Standing | undefined {
  const all = standing(site, record, now);
  const [first] = all;
  if (!first || !byPage.has(first.source.from)) return first;
  const shown = all.filter(({ source }) => byNetwork.has(source.from) && !isWeak(source));
  return [first, ...shown].reduce((one, other) => (other.at < one.at ? other : one));
}

/** As the core takes it. */
export const momentOf = ({ source, fact: { at, server } }: Standing): Moment => ({
  at,
  ...(server && { server }),
  ...(isWeak(source) && { weak: true }),
});
