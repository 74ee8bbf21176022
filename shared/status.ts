import type { Ending } from './ending.ts';
import { deadline, isOverdue, signedOutHere, toServer, type Deadline, type Facts } from './facts.ts';
import { canRenew, keepFresh } from './keep-fresh.ts';
import { isAlive, isNoticed, phaseAt, type Phase } from './phase.ts';
import type { Policy } from './policy.ts';
import type { Problem } from './problem.ts';

/** How the session stands, computed for one moment. */
export interface Status {
  phase: Phase;
  /** Local moment of the end; absent when unknown, past, or when it may come at any moment. */
  endsAt?: number;
  /** The same on the server's clock, as far as known. */
  expiresAt?: number;
  /** How long the session lasts from when its end was first read, in ms. */
  timeAllowed?: number;
  /** Which limit that end is; of a passed one too. */
  limit?: Deadline['limit'];
  /** In `active`: the time for a quiet notice has come. */
  noticed: boolean;
  /** Only in `ended`. */
  ending?: Ending;
  /** It ended within a minute of a sign-in, long before it should have. */
  endedYoung: boolean;
  /** The server's clock minus this one, in ms, as far as known. */
  skew?: number;
  /** Hash of whose work is on the page. */
  subject?: string;
  /** How the session was last seen alive. */
  source?: Facts['source'];
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
  /** The host is out of sight or asleep. */
  away: boolean;
  /** Grows with each request that was refused after the end. */
  refusals: number;
  /** The next trusted sign of presence would matter: only then is it worth listening for. */
  wantsInput: boolean;
}

/** What is shown besides the facts: of the asking, and of the host. */
export type Asking = Pick<Status, 'looking' | 'renewing' | 'failed' | 'offline' | 'away' | 'refusals'>;

export function statusAt(facts: Facts, policy: Policy, now: number, asking: Asking): Status {
  const phase = phaseAt(facts, policy, now);
  const alive = isAlive(phase);
  const end = deadline(facts, policy);
  const known = alive && !isOverdue(facts, policy) ? end : undefined;
  const { skew } = facts;
  const fresh = keepFresh(facts, policy, now, 0);
  return {
    phase,
    endsAt: known?.at,
    expiresAt: known && toServer(facts, known),
    timeAllowed: known?.lifetime,
    limit: known || facts.passedAt !== undefined ? end?.limit : undefined,
    noticed: isNoticed(facts, policy, now),
    ending: phase === 'ended' ? facts.ended!.ending : undefined,
    endedYoung: phase === 'ended' && diedYoung(facts, end),
    skew: skew && Math.round((skew.early + skew.late) / 2),
    subject: facts.subject,
    source: facts.source,
    endedHere: signedOutHere(facts),
    canLook: policy.sessionUrl !== undefined,
    canRenew: alive && canRenew(facts, policy, end?.limit),
    ...asking,
    wantsInput: fresh !== undefined && !fresh.active,
  };
}

const young = 60_000;

/** Cookies that are not kept, or a clock that is hours off, end a session as soon as it has begun. */
function diedYoung({ ended, signedInAt }: Facts, end: Deadline | undefined): boolean {
  const { at, ending } = ended!;
  const tooEarly = at < (end?.at ?? Infinity) - 5000;
  return (
    tooEarly && at - (signedInAt ?? -Infinity) < young && /^(expired|not-found|unknown)$/.test(ending.reason)
  );
}
