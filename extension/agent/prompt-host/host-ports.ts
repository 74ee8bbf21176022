import type { PromptPorts } from '../../../component/prompt-model.ts';

/** The page's time. Monotonic: only spans are measured. */
export const hostPorts: PromptPorts = {
  now: () => performance.now(),
  setTimer: (ms, run) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as number),
};
