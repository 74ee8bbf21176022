import type { Keeper } from './keeper.ts';
import type { Phase } from './phase.ts';
import type { Problem } from './problem.ts';

/** What came of `look()` or `renew()`; they never reject. */
export interface Outcome {
  ok: boolean;
  phase: Phase;
  /** Why not, where `ok` is false. */
  problem?: Problem;
}

export const outcome = ({ phase }: Keeper, problem?: Problem): Outcome => ({
  ok: !problem,
  phase: phase(),
  problem,
});
