import type { Ending } from './ending.ts';
import { deadline, isOverdue, toServer, type Facts } from './facts.ts';
import { canRenew, keepFresh } from './keep-fresh.ts';
import { phaseAt, type Phase } from './phase.ts';
import type { Policy } from './policy.ts';
import type { Problem } from './problem.ts';

/** How the session stands, computed for one moment. */
export interface Status {
  phase: Phase;
  /** Local moment of the end; absent when unknown, past, or when it may come at any moment. */
  endsAt?: number;
  /** The same on the server's clock, as far as known. */
  expiresAt?: number;
  /** Only in `ended`. */
  ending?: Ending;
  /** The page itself ended it by `end('signed-out')`: there is nothing to tell the person. */
  endedHere: boolean;
  canRenew: boolean;
  /** There is an address to ask. */
  canLook: boolean;
  looking: boolean;
  renewing: boolean;
  /** Why the last renewal did not work. */
  failed?: Problem;
  /** The last question got no answer, or none that says anything. */
  offline: boolean;
  /** Grows with each request that was refused after the end. */
  refusals: number;
  /** The next trusted sign of presence would matter: only then is it worth listening for. */
  wantsInput: boolean;
}

/** What people are shown of the asking. */
export type Asking = Pick<Status, 'looking' | 'renewing' | 'failed' | 'offline' | 'refusals'>;

export function statusAt(facts: Facts, policy: Policy, now: number, asking: Asking): Status {
  const phase = phaseAt(facts, policy, now);
  const alive = phase === 'active' || phase === 'warning';
  const end = deadline(facts, policy);
  const known = alive && !isOverdue(facts, policy) ? end : undefined;
  const fresh = keepFresh(facts, policy, now, 0);
  return {
    phase,
    endsAt: known?.at,
    expiresAt: known && toServer(facts, known),
    ending: phase === 'ended' ? facts.ended!.ending : undefined,
    endedHere: facts.ended?.here === true && facts.ended.ending.reason === 'signed-out',
    canLook: policy.sessionUrl !== undefined,
    canRenew: alive && canRenew(facts, policy, end?.limit),
    ...asking,
    wantsInput: fresh !== undefined && !fresh.active,
  };
}
