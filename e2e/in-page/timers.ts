export interface TimerCount {
  /** `setTimeout`s that are waiting. */
  timeouts: number;
  /** `setInterval`s that are running. */
  intervals: number;
  /** Idle and animation-frame callbacks that are waiting. */
  frames: number;
  /** Callbacks of any kind that ran so far. */
  wakeUps: number;
  /** The longest delay that `setTimeout` was given. */
  longest: number;
}

interface Counted {
  sessionGuardTimers?: () => TimerCount;
}

/** Runs in the page before any other script and counts who asks to be woken. */
export function countTimers(): void {
  const timeouts = new Set<unknown>();
  const intervals = new Set<unknown>();
  const frames = new Set<unknown>();
  let wakeUps = 0;
  let longest = 0;

  type Run = (...args: unknown[]) => void;
  type Schedule = (run: Run, ...args: unknown[]) => unknown;
  const globals = globalThis as unknown as Record<string, unknown>;
  const wrap = (schedule: string, cancel: string, waiting: Set<unknown>, once: boolean): void => {
    const start = (globals[schedule] as Schedule).bind(globalThis);
    const stop = (globals[cancel] as (id: unknown) => void).bind(globalThis);
    globals[schedule] = (run: Run, ...args: unknown[]) => {
      if (schedule === 'setTimeout') longest = Math.max(longest, Number(args[0] ?? 0));
      const id = start(
        (...given: unknown[]) => {
          wakeUps += 1;
          if (once) waiting.delete(id);
          run(...given);
        },
        ...args,
      );
      waiting.add(id);
      return id;
    };
    globals[cancel] = (id: unknown) => {
      waiting.delete(id);
      stop(id);
    };
  };
  wrap('setTimeout', 'clearTimeout', timeouts, true);
  wrap('setInterval', 'clearInterval', intervals, false);
  wrap('requestAnimationFrame', 'cancelAnimationFrame', frames, true);
  wrap('requestIdleCallback', 'cancelIdleCallback', frames, true);

  (globalThis as Counted).sessionGuardTimers = () => ({
    timeouts: timeouts.size,
    intervals: intervals.size,
    frames: frames.size,
    wakeUps,
    longest,
  });
}

/** Runs in a page that has the counters above. */
export function readTimers(): TimerCount | undefined {
  return (globalThis as Counted).sessionGuardTimers?.();
}
