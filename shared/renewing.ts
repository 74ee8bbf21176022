import type { GuardEvent } from './announce.ts';
import { ask } from './answer.ts';
import { claim } from './claims.ts';
import { wobble } from './facts.ts';
import { inTurn } from './in-turn.ts';
import { canRenew } from './keep-fresh.ts';
import type { Keeper } from './keeper.ts';
import type { Looking } from './looking.ts';
import { outcome, type Outcome } from './outcome.ts';
import { isAlive } from './phase.ts';
import { problem, type Problem } from './problem.ts';

export type Trigger = 'click' | 'keep-fresh' | 'method';

/** Renewals, one tab at a time, only while alive, and only believed when a later expiry was confirmed. */
export interface Renewing {
  renew(trigger: Trigger): Promise<Outcome>;
  /** The page called `start()`. */
  started(): void;
}

type BeforeRenewal = Extract<GuardEvent, { type: 'before-renew' }>;

const pagePatience = 10_000;

export function createRenewing(keeper: Keeper, looking: Looking): Renewing {
  let pageStarted: (() => void) | undefined;

  const renewing: Renewing = {
    started: () => pageStarted?.(),
    async renew(trigger) {
      const refused = notRenewable(keeper);
      if (refused) return outcome(keeper, refused);
      const { policy, ports } = keeper;
      const end = keeper.end()?.at ?? 0;
      keeper.asking.failed = undefined;
      keeper.announce();
      // Another tab may have renewed while this one waited for its turn.
      const isDue = () => (keeper.end()?.at ?? 0) <= end + wobble;
      const name = policy.sessionName && `${policy.sessionName} renew`;
      const done = await inTurn(ports, name, isDue, () => renewNow(trigger, end));
      if (done) return done;
      keeper.emit({ type: 'renewed', expiresAt: keeper.status().expiresAt });
      return outcome(keeper);
    },
  };

  async function renewNow(trigger: Trigger, end: number): Promise<Outcome> {
    const refused = notRenewable(keeper);
    if (refused) return outcome(keeper, refused);
    keeper.facts = { ...keeper.facts, triedRenewalAt: keeper.now() };

    const { prevented, refused: hostRefuses } = beforeRenewal(trigger);
    const refusal = await hostRefuses;
    if (refusal) return outcome(keeper, refusal);
    const takesOver = prevented || keeper.policy.renewByPage;
    const failed = (await (takesOver ? pageRenews(end) : serverRenews(end))) ?? notMoved(keeper, end);
    keeper.asking.failed = failed;
    if (failed) keeper.tell([failed]);
    else keeper.emit({ type: 'renewed', expiresAt: keeper.status().expiresAt });
    return outcome(keeper, failed);
  }

  function beforeRenewal(trigger: Trigger): BeforeRenewal {
    const event: BeforeRenewal = { type: 'before-renew', trigger, prevented: false };
    keeper.emit(event);
    return event;
  }

  function pageRenews(end: number): Promise<Problem | undefined> {
    const { timer } = keeper.ports;
    return new Promise((resolve) => {
      const late = timer.set(pagePatience, () => done('start() within 10 s of before-renew'));
      // Told by whatever else tells it, it is renewed just as well.
      const leave = keeper.subscribe(() => void (notMoved(keeper, end) ?? done()));
      function done(expected?: string) {
        timer.clear(late);
        leave();
        pageStarted = undefined;
        resolve(expected ? problem('page-did-not-renew', expected, undefined, 'renewBy') : undefined);
      }
      pageStarted = done;
    });
  }

  async function serverRenews(end: number): Promise<Problem | undefined> {
    const { policy, ports } = keeper;
    const question = { kind: 'renew' as const, url: policy.renewUrl!, method: policy.renewMethod };
    const answer = await ask(question, keeper.now, policy, ports);
    keeper.hear(
      { ...answer, problems: answer.ok ? answer.problems : [] },
      answer.ok ? answer.requestedAt : undefined,
    );
    if (answer.claim) {
      await claim(keeper, looking, answer.claim, answer.requestedAt);
      const { code, reason } = answer.claim;
      return problem('renewal-refused', 'a 2xx reply', code ?? reason, 'renewUrl');
    }
    if (!answer.ok) return answer.problems[0];
    if (answer.reading?.alive?.expiry) return undefined;
    if (policy.sessionUrl) return (await looking.look({ since: answer.requestedAt, whole: true })).problem;
    // An idle limit is declared, or another reading has told by now.
    if (policy.idleTimeout || !notMoved(keeper, end)) return undefined;
    return problem(
      'renew-unconfirmed',
      'expires_at or expires_in in the reply, or session-url',
      undefined,
      'renewUrl',
    );
  }

  return renewing;
}

/** Law 1: once the session is over, or while nothing says that it lives, no renewal is sent. */
function notRenewable({ phase, facts, policy, end }: Keeper): Problem | undefined {
  const now = phase();
  if (!isAlive(now)) return problem('not-alive', 'a living session', now);
  return canRenew(facts, policy, end()?.limit)
    ? undefined
    : problem('cannot-renew', 'renew-url, and a limit that can move');
}

/** Law 3: it counts only when a later expiry was confirmed. Durations in whole seconds may differ by one for nothing. */
function notMoved({ phase, end }: Keeper, before: number): Problem | undefined {
  const now = phase();
  const moved = (end()?.at ?? Infinity) > before + wobble;
  if (moved && isAlive(now)) return undefined;
  return problem('renewal-not-moved', 'a later expiry', undefined, 'renewUrl');
}
