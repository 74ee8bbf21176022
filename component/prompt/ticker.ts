import type { PromptModel, PromptPorts } from '../prompt-model.ts';
import { stepAt, type Step } from './countdown.ts';
import { markAt, markToSpeak } from './marks.ts';

/** One chain of timers, alive only while somebody can see it count. */
export const createTicker = (ports: PromptPorts, speak: (mark: number) => void, redraw: () => void) => {
  let timer: unknown;
  let mark = Infinity;
  const left = ({ phase, endsAt }: PromptModel) =>
    phase === 'warning' && endsAt !== undefined ? Math.max(0, endsAt - ports.now()) : undefined;

  const stop = () => ports.clearTimer(timer);
  return {
    stop,
    /** The opening itself speaks: marks passed before it do not. */
    begin(model: PromptModel) {
      mark = markAt(left(model) ?? Infinity);
    },
    /** What to show now. Never decremented, always computed anew. */
    step(model: PromptModel): Step | undefined {
      const rest = left(model);
      return rest === undefined ? undefined : stepAt(rest);
    },
    run(model: PromptModel) {
      stop();
      const rest = left(model);
      if (rest === undefined) return;
      const due = markToSpeak(mark, rest);
      mark = markAt(rest);
      if (due) speak(due);
      const { next } = stepAt(rest);
      if (next) timer = ports.setTimer(next, redraw);
    },
  };
};
