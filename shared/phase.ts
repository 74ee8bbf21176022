import { deadline, isOverdue, type Deadline, type Facts } from './facts.ts';
import type { Policy } from './policy.ts';

/**
 * `none`: no session was ever held here. `unknown`: one may be held; nothing read says so now. `expired`: the
 * clock passed the expiry. `ended`: the server or the site said so.
 */
export type Phase = 'none' | 'unknown' | 'active' | 'warning' | 'expired' | 'ended';

/** The phase is computed from facts, policy and now, and stored nowhere. */
export function phaseAt(facts: Facts, policy: Policy, now: number): Phase {
  if (facts.ended) return facts.held ? 'ended' : 'none';
  const end = deadline(facts, policy);
  if (facts.passedAt !== undefined || (end && end.at <= now)) return facts.held ? 'expired' : 'none';
  if (facts.aliveAt === undefined) return 'unknown';
  if (isOverdue(facts, policy)) return 'warning';
  return end && warnAt(end, policy) <= now ? 'warning' : 'active';
}

/** The moment from which people are warned of this end. */
export const warnAt = (end: Deadline, policy: Policy): number => end.at - warnBefore(end, policy);

/**
 * How long before the end to warn, in ms: as the site says, else a fifth of the lifetime within 30 s and 2 min
 * (WCAG 2.2.1 asks for 20 s to act; a hidden tab may wake a minute late), and at most half of a life that is
 * known whole.
 */
export function warnBefore(
  { lifetime, whole }: Pick<Deadline, 'lifetime' | 'whole'>,
  policy: Policy,
): number {
  if (policy.warnBefore !== undefined) return policy.warnBefore;
  const fifth = Math.min(Math.max(lifetime / 5, 30_000), 120_000);
  return whole ? Math.min(fifth, lifetime / 2) : fifth;
}

/** The next moment after `now` at which the phase changes by itself. */
export function nextChange(facts: Facts, policy: Policy, now: number): number | undefined {
  if (facts.ended || facts.passedAt !== undefined || facts.aliveAt === undefined) return undefined;
  const end = deadline(facts, policy);
  if (!end) return undefined;
  const warn = warnAt(end, policy);
  return warn > now ? warn : end.at;
}
