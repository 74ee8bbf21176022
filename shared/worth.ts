import { isStranger, settle, takeReading, type Facts, type Reading } from './facts.ts';
import { isOver as isPhaseOver, phaseAt } from './phase.ts';
import type { Policy } from './policy.ts';

/**
 * What another tab's reading is worth here: `take` it as if it were ours, `look` for ourselves, or `nothing`. A
 * living session it lengthens or shortens; a dead one it revives only where there is nothing to look at, and a
 * living one it ends only there (law 2 and 4). Who is signed in must be the same; two who are unknown are. That
 * somebody else signed in is taken where the session is over: it says who came instead.
 */
export function worth(
  before: Facts,
  reading: Reading,
  policy: Policy,
  now: number,
): 'take' | 'look' | 'nothing' {
  const facts = settle(before, policy, now);
  const { sessionUrl } = policy;
  const asked = reading.requestedAt;
  const isOver = facts.ended !== undefined || facts.passedAt !== undefined;
  const look = sessionUrl ? 'look' : 'nothing';
  const isOther = facts.aliveAt !== undefined && facts.subject !== reading.subject;

  if (reading.ended) {
    if (asked < (facts.aliveAt ?? -Infinity)) return 'nothing';
    if (isOver) return 'take'; // it may know the reason
    if (isOther) return look;
    if (!sessionUrl) return 'take';
    // Whether there is a session at all is what the look at the start finds out.
    if (facts.aliveAt === undefined) return 'nothing';
    return reading.ended.reason === 'signed-out' ? 'take' : 'look';
  }
  if (!reading.alive) return 'nothing';
  if (isOver) {
    const isLater = facts.ended ? asked > facts.ended.at : asked >= facts.passedAt!;
    const stranger = isStranger(facts, reading.subject, policy);
    // That somebody else is here is known already.
    if (!isLater || (stranger && facts.ended?.ending.reason === 'other-user')) return 'nothing';
    return sessionUrl || (isOther && !stranger) ? look : 'take';
  }
  if (isOther) return look;
  // Whose this page is, another tab cannot know: somebody may have signed in since.
  const isAnybodys = facts.aliveAt === undefined && policy.subject !== reading.subject;
  if (sessionUrl && reading.subject !== undefined && isAnybodys) return 'look';
  const phase = phaseAt(takeReading(facts, reading, policy, now), policy, now);
  return sessionUrl && isPhaseOver(phase) ? 'look' : 'take';
}
