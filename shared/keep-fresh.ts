import { deadline, type Facts } from './facts.ts';
import { beforeWarning } from './looks.ts';
import { phaseAt, warnAt } from './phase.ts';
import type { Policy } from './policy.ts';

/** Too little way left for another try: the warning comes, and the person decides. */
const lastTry = 10_000;

/** When a person's activity is to renew the session, and whether it was seen since the expiry was read. */
export interface KeepFresh {
  dueAt: number;
  active: boolean;
}

/**
 * Half to three quarters of the way (spread by `dice`) from the reading of the expiry to the look before its
 * warning. After a failed try the way begins anew, so that tries thin out and stop before the warning.
 */
export function keepFresh(facts: Facts, policy: Policy, now: number, dice: number): KeepFresh | undefined {
  if (!policy.keepFresh || phaseAt(facts, policy, now) !== 'active') return undefined;
  const end = deadline(facts, policy);
  if (!end || !canRenew(facts, policy, end.limit)) return undefined;
  const tried = facts.triedRenewalAt ?? -Infinity;
  const from = Math.max(end.since, tried);
  const warn = warnAt(end, policy);
  const way = warn - beforeWarning(dice, warn - end.since) - from;
  if (way <= (tried > end.since ? lastTry : 0)) return undefined;
  return { dueAt: from + way * (0.5 + 0.25 * dice), active: (facts.inputAt ?? -Infinity) > end.since };
}

/** Renewing is offered where a way is set, the server does not refuse it, and the end is one that can move. */
export function canRenew(facts: Facts, policy: Policy, limit?: string): boolean {
  return (policy.renewByPage || !!policy.renewUrl) && facts.canRenew !== false && limit !== 'absolute';
}
