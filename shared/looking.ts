import { ask } from './answer.ts';
import type { Ending } from './ending.ts';
import { inTurn } from './in-turn.ts';
import type { Keeper } from './keeper.ts';
import { outcome, type Outcome } from './outcome.ts';
import { problem } from './problem.ts';

export interface LookOptions {
  /** The session began or was renewed just now. */
  whole?: boolean;
  /** What the look is to prove; it may know the reason better. */
  claimed?: Ending;
  /** One that was asked earlier does not count. */
  since?: number;
}

/** Looks, one at a time. */
export interface Looking {
  busy(): boolean;
  look(options?: LookOptions): Promise<Outcome>;
  /** A look that nobody asked for: one tab sends it, where the others then find it answered. */
  byItself(isDue: () => boolean): void;
}

export function createLooking(keeper: Keeper): Looking {
  let underWay: Promise<Outcome> | undefined;
  let queued = false;

  const looking: Looking = {
    busy: () => queued || underWay !== undefined,
    async look(options = {}) {
      const { sessionUrl } = keeper.policy;
      if (!sessionUrl)
        return outcome(keeper, problem('no-session-url', 'session-url', undefined, 'sessionUrl'));
      // One under way may have been asked before what this one is to decide.
      if (underWay && keeper.facts.lookedAt! < (options.since ?? 0)) await underWay;
      return (underWay ??= lookNow(sessionUrl, options));
    },
    byItself(isDue) {
      const { sessionName, sessionUrl } = keeper.policy;
      if (queued || !sessionUrl) return;
      queued = true;
      const isStillDue = () => {
        queued = false;
        return !keeper.stopped && isDue();
      };
      const name = sessionName && `${sessionName} look`;
      // Found done, or sent: what is due next was not decided meanwhile.
      void inTurn(keeper.ports, name, isStillDue, () => looking.look()).then(keeper.poke);
    },
  };

  async function lookNow(url: string, { whole, claimed }: LookOptions): Promise<Outcome> {
    keeper.asking.looking = true;
    keeper.facts = { ...keeper.facts, lookedAt: keeper.now() };
    keeper.announce();
    const answer = await ask({ kind: 'look', url, method: 'GET' }, keeper.now, keeper.policy, keeper.ports);
    underWay = undefined;
    keeper.asking.looking = false;
    const { reading } = answer;
    if (whole && reading?.alive) reading.alive.whole = true;
    // The look proves the end; what was claimed may know the reason better.
    if (claimed && reading?.ended?.reason === 'unknown') reading.ended = { ...claimed, certain: true };
    keeper.hear(answer);
    return outcome(keeper, answer.ok ? undefined : answer.problems[0]);
  }

  return looking;
}
