import type { PromptPorts } from '../prompt-model.ts';

export interface Pause {
  /** Comes at the next pause, after 5 s at most, and no later than this moment. */
  by(limit: number): void;
  cancel(): void;
}

/**
 * Calls `run` after 700 ms without a key and without a composition. `isTyping`: somebody may have been,
 * just before this began; input is observed only while waiting.
 */
export const createPause = (
  ports: PromptPorts,
  input: EventTarget,
  isTyping: () => boolean,
  run: () => void,
): Pause => {
  let waiting: AbortController | undefined;
  let timer: unknown;
  let latest: number;
  let limit: number;
  let quietAt: number;
  let composing: boolean;

  const cancel = () => {
    waiting?.abort();
    waiting = undefined;
    ports.clearTimer(timer);
  };
  const check = () => {
    const wait = Math.min(latest, limit, composing ? ports.now() + 700 : quietAt) - ports.now();
    ports.clearTimer(timer);
    if (wait > 0) timer = ports.setTimer(wait, check);
    else {
      cancel();
      run();
    }
  };
  const begin = () => {
    waiting = new AbortController();
    latest = ports.now() + 5000;
    quietAt = isTyping() ? ports.now() + 700 : 0;
    composing = false;
    // A composition may have begun before the wait, and not all typing has keys: hence `input`.
    for (const type of ['keydown', 'input', 'compositionend'])
      input.addEventListener(
        type,
        (event) => {
          composing = !!(event as InputEvent).isComposing;
          quietAt = ports.now() + 700;
        },
        { capture: true, passive: true, signal: waiting.signal },
      );
  };
  return {
    by(moment) {
      limit = moment;
      if (!waiting) begin();
      check();
    },
    cancel,
  };
};
