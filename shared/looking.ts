import { ask } from './answer.ts';
import type { Ending } from './ending.ts';
import type { Keeper } from './keeper.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import { problem } from './problem.ts';

/** Looks, one at a time. `whole`: the session began or was renewed just now. */
export interface Looking {
  busy(): boolean;
  look(options?: { whole?: boolean; claimed?: Ending; since?: number }): Promise<Outcome>;
}

export function createLooking(keeper: Keeper): Looking {
  let underWay: Promise<Outcome> | undefined;

  const looking: Looking = {
    busy: () => underWay !== undefined,
    async look(options = {}) {
      const { sessionUrl } = keeper.policy;
      if (!sessionUrl)
        return outcome(keeper, problem('no-session-url', 'session-url', undefined, 'sessionUrl'));
      // One under way may have been asked before what this one is to decide.
      if (underWay && keeper.facts.lookedAt! < (options.since ?? 0)) await underWay;
      return (underWay ??= lookNow(sessionUrl, options));
    },
  };

  async function lookNow(
    url: string,
    { whole, claimed }: { whole?: boolean; claimed?: Ending },
  ): Promise<Outcome> {
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
