import type { PromptPorts } from '../prompt-model.ts';

const quiet = 700;

export interface Pause {
  /** Comes at the next pause, and no later than this moment. */
  by(latest: number): void;
  cancel(): void;
}

/**
 * Calls `run` once nobody types. `typing`: somebody may have been, just before this began; keys are
 * observed only while waiting.
 */
export const createPause = (
  ports: PromptPorts,
  keys: EventTarget,
  typing: boolean,
  run: () => void,
): Pause => {
  const waiting = new AbortController();
  let timer: unknown;
  let last = typing ? ports.now() : -Infinity;
  let composing = false;
  let latest = Infinity;

  const cancel = () => {
    waiting.abort();
    ports.clearTimer(timer);
  };
  const check = () => {
    const due = Math.min(latest, composing ? Infinity : last + quiet);
    const wait = due - ports.now();
    ports.clearTimer(timer);
    if (wait <= 0) {
      cancel();
      run();
    } else if (wait < Infinity) timer = ports.setTimer(wait, check);
  };
  const typed = (event: Event) => {
    // A composition may have begun before the wait: then only the keys tell of it.
    composing = event.type === 'compositionupdate' || (event as KeyboardEvent).isComposing === true;
    last = ports.now();
  };
  for (const type of ['keydown', 'compositionupdate', 'compositionend'])
    keys.addEventListener(type, typed, { capture: true, passive: true, signal: waiting.signal });

  return {
    by(moment) {
      latest = moment;
      check();
    },
    cancel,
  };
};
