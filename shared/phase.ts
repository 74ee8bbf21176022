import { deadline, isOverdue, type Deadline, type Facts } from './facts.ts';
import type { Policy } from './policy.ts';

/**
 * `none`: no session was ever held here. `unknown`: one may be held; nothing read says so now. `expired`: the
 * clock passed the expiry. `ended`: the server or the site said so.
 */
export const phases = ['none', 'unknown', 'active', 'warning', 'expired', 'ended'] as const;

export type Phase = (typeof phases)[number];

/** By the clock or by somebody's word. */
export const isOver = (phase: string): phase is 'expired' | 'ended' =>
  phase === 'expired' || phase === 'ended';

/** The server said that it lives, and nothing since says otherwise. */
export const isAlive = (phase: string): phase is 'active' | 'warning' =>
  phase === 'active' || phase === 'warning';

/** The phase is computed from facts, policy and now, and stored nowhere. */
export function phaseAt(facts: Facts, policy: Policy, now: number): Phase {
  if (facts.ended) return facts.held ? 'ended' : 'none';
  const end = deadline(facts, policy);
  if (facts.passedAt !== undefined || (end && end.at <= now)) {
    const weak = facts.passedAt === undefined ? end?.weak : facts.passedWeak;
    return facts.held ? (weak ? 'unknown' : 'expired') : 'none';
  }
  if (facts.aliveAt === undefined) return 'unknown';
  if (isOverdue(facts, policy)) return 'warning';
  return end && warnAt(end, policy) <= now ? 'warning' : 'active';
}

/** The moment from which people are warned of this end. */
export const warnAt = (end: Deadline, policy: Policy): number => end.at - warnBefore(end, policy);

/** The moments at which people are told of this end ahead of it: by the quiet notice, if wanted, and by the warning. */
export function toldAt(end: Deadline, policy: Policy): number[] {
  const warn = warnAt(end, policy);
  const notice = end.at - (policy.noticeBefore ?? 0);
  return notice < warn ? [notice, warn] : [warn];
}

/** Early enough for the quiet notice, and too early for the warning. */
export function isNoticed(facts: Facts, policy: Policy, now: number): boolean {
  if (phaseAt(facts, policy, now) !== 'active') return false;
  const end = deadline(facts, policy);
  return end !== undefined && toldAt(end, policy)[0]! <= now;
}

/**
 * How long before the end to warn, in ms: as the site says, else a fifth of the lifetime within 30 s and 2 min
 * (WCAG 2.2.1 asks for 20 s to act; a hidden tab may wake a minute late), and at most half of a life that is
 * known whole.
 */
export function warnBefore(
  { lifetime, whole }: Pick<Deadline, 'lifetime' | 'whole'>,
  policy: Policy,
): number {
  const fifth = Math.min(Math.max(lifetime / 5, 30_000), 120_000);
  const before = policy.warnBefore ?? (whole ? Math.min(fifth, lifetime / 2) : fifth);
  return Math.min(before, policy.siteRenews ?? before);
}

/** The next moment after `now` at which what people are told changes by itself. */
export function nextChange(facts: Facts, policy: Policy, now: number): number | undefined {
  if (facts.ended || facts.passedAt !== undefined || facts.aliveAt === undefined) return undefined;
  const end = deadline(facts, policy);
  if (!end) return undefined;
  return toldAt(end, policy).find((moment) => moment > now) ?? end.at;
}
