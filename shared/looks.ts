import { deadline, idleEstimate, isOverdue, wobble, type Deadline, type Facts } from './facts.ts';
import { toldAt, warnBefore } from './phase.ts';
import type { Policy } from './policy.ts';

/**
 * How long before a warning to look: spread over 8 s, so that many clients do not ask in one second. In a life
 * so short that this is all of it, at most half the way to the warning.
 */
export const beforeWarning = (dice: number, way = Infinity): number => Math.min(2000 + 8000 * dice, way / 2);

const afterEnd = 2000;

/**
 * When to look, or to ask the other tabs, before people are told of this end: the next such moment after `covered`,
 * which is when this end was last known to stand.
 */
export function beforeTelling(
  end: Deadline,
  policy: Policy,
  dice: number,
  covered: number,
): number | undefined {
  for (const told of toldAt(end, policy)) {
    const way = Math.max(0, told - end.since);
    // A look may find the same end a little later on our clock: that is no reason for another.
    if (covered < told - beforeWarning(1, way) - wobble) return told - beforeWarning(dice, way);
  }
  return undefined;
}

/** Another tab told what only a look can tell for sure, and nothing newer has come since. */
export const isTold = ({ told, lookedAt, aliveAt }: Facts): boolean =>
  told !== undefined && told.at > Math.max(lookedAt ?? -Infinity, aliveAt ?? -Infinity);

/**
 * How much later than by our clock the server may still see the session: the width of the skew, and the second that
 * durations are cut to. A look within it proves nothing.
 */
function doubt({ skew }: Facts, { server, estimate }: Deadline): number {
  if (estimate) return 0;
  return Math.min(afterEnd, server === undefined ? 1000 : skew ? skew.late - skew.early : 0);
}

/**
 * When to look by itself: at the start if nothing is known, shortly before a warning, at the end, and once more
 * where the server says alive past the estimate. A moment that a later reading or look has covered is done.
 */
export function nextLook(facts: Facts, policy: Policy, dice: number): number | undefined {
  if (!policy.sessionUrl || facts.ended) return undefined;
  const looked = facts.lookedAt ?? -Infinity;
  if (facts.aliveAt === undefined && facts.passedAt === undefined)
    return looked === -Infinity ? 0 : undefined;

  const end = deadline(facts, policy);
  // Compared with a clock that nothing has checked, a stated moment may be hours off.
  if (end && !facts.skew && end.server !== undefined && looked === -Infinity) return 0;

  const { told } = facts;
  const covered = Math.max(looked, facts.aliveAt ?? looked, end?.since ?? looked, told?.at ?? looked);
  const moments: number[] = [];
  if (end) {
    const before = beforeTelling(end, policy, dice, covered);
    if (before !== undefined) moments.push(before);
    const sure = end.at + doubt(facts, end);
    // Within 2 s, spread; an estimate is asked about at the end of them.
    if (covered < sure) moments.push(sure + (end.at + afterEnd - sure) * (end.estimate ? 1 : dice));
  }
  const estimate = idleEstimate(facts, policy);
  if (estimate !== undefined && isOverdue(facts, policy)) {
    const last = warnBefore({ lifetime: policy.idleTimeout!, whole: true }, policy);
    if (covered < estimate + last) moments.push(estimate + afterEnd + last);
  }
  return moments.length ? Math.min(...moments) : undefined;
}
