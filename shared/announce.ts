import type { Ending, Reason } from './ending.ts';
import { wobble } from './facts.ts';
import { isAlive, isOver, type Phase } from './phase.ts';
import type { Problem } from './problem.ts';
import type { Status } from './status.ts';

export type GuardEvent =
  /** Something worth showing changed; `status()` has it. */
  | { type: 'update' }
  | { type: 'change'; phase: Phase; previous: Phase; reason?: Reason }
  /** Once per expiry. */
  | { type: 'warning'; expiresAt?: number; canRenew: boolean }
  | { type: 'renewed'; expiresAt?: number }
  /** The clock passed the expiry. */
  | { type: 'expired' }
  /** The server or the site said so; may follow `expired`. */
  | ({ type: 'ended' } & Pick<Ending, 'reason' | 'code' | 'requestId' | 'docUrl'>)
  /** From expired or ended to alive. */
  | { type: 'restored' }
  | ({ type: 'problem' } & Problem)
  /** Set `prevented`, and the page renews and calls `start()`; nothing is sent. Set `refused`, and nobody renews now. */
  | {
      type: 'before-renew';
      trigger: 'click' | 'keep-fresh' | 'method';
      prevented: boolean;
      refused?: Problem | Promise<Problem | undefined>;
    };

/** Turns statuses into events: each change is told once, however often it is looked at. */
export function createAnnouncer() {
  const listeners = new Set<(event: GuardEvent) => void>();
  let last: Partial<Status> & { phase: Phase } = { phase: 'unknown' };
  let warnedFor = NaN;

  function emit(event: GuardEvent): void {
    for (const hear of listeners) hear(event);
  }

  function announce(status: Status): void {
    const before = last;
    last = status;
    const { phase, ending, endsAt } = status;
    const { phase: previous } = before;
    const keys = Object.keys(status) as (keyof Status)[];
    // What is shown comes first: whoever hears of a change finds it there.
    if (keys.some((key) => status[key] !== before[key])) emit({ type: 'update' });
    if (phase !== previous || ending !== before.ending) {
      emit({ type: 'change', phase, previous, reason: ending?.reason });
      if (isOver(previous) && isAlive(phase)) emit({ type: 'restored' });
      if (phase === 'warning' && !(Math.abs(endsAt! - warnedFor) <= wobble)) {
        warnedFor = endsAt ?? NaN;
        emit({ type: 'warning', expiresAt: status.expiresAt, canRenew: status.canRenew });
      }
      if (phase === 'expired') emit({ type: 'expired' });
      if (ending) {
        const { reason, code, requestId, docUrl } = ending;
        emit({ type: 'ended', reason, code, requestId, docUrl });
      }
    }
  }

  function subscribe(hear: (event: GuardEvent) => void): () => void {
    listeners.add(hear);
    return () => listeners.delete(hear);
  }

  return { emit, announce, subscribe };
}
