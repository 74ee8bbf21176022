import type { Reason } from '../../shared/ending.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SiteProfile, Source } from '../profile/profile.ts';
import { localOf } from '../session/choose.ts';
import type { SessionRecord, SiteState } from '../stored.ts';

/** What happened to a session, as far as it is kept. Moments are local. */
export type Happened = { at: number } & (
  | { what: 'guarded' | 'signed-in' | 'alive' | 'counted' | 'looked' | 'renewal-tried' | 'passed' }
  | { what: 'told'; source: Source['from']; place: number; endsAt: number }
  | {
      what: 'ended';
      reason: Reason;
      by: string;
      early?: number;
      code?: string;
      requestId?: string;
      path?: string;
    }
  | { what: 'problem'; problem: Problem }
);

const moments = {
  'signed-in': 'signedInAt',
  alive: 'aliveAt',
  counted: 'countedAt',
  looked: 'lookedAt',
  'renewal-tried': 'triedRenewalAt',
  passed: 'passedAt',
} as const;

/** The newest first. */
export function timelineOf(
  record: SessionRecord | undefined,
  state: SiteState | undefined,
  profile: SiteProfile,
): Happened[] {
  const events: Happened[] = [];
  if (state) {
    events.push({ at: state.guardedAt, what: 'guarded' });
    for (const { at, reason, by, early, code, requestId, path } of state.endings)
      events.push({ at, what: 'ended', reason, by, early, code, requestId, path });
  }
  if (record) {
    for (const [what, member] of Object.entries(moments)) {
      const at = record.facts[member];
      if (at !== undefined) events.push({ at, what: what as keyof typeof moments });
    }
    profile.expiry.forEach(({ from }, place) => {
      const fact = record.told[place];
      if (fact)
        events.push({
          at: fact.readAt,
          what: 'told',
          source: from,
          place,
          endsAt: localOf(record.facts, fact),
        });
    });
    for (const { at, ...problem } of record.problems) events.push({ at, what: 'problem', problem });
  }
  return events.sort((one, other) => other.at - one.at);
}
