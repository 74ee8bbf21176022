import type { TimerCount } from '../../e2e/in-page/timers.ts';

interface Counted {
  sessionGuardTimers?: () => TimerCount;
  countAtEnd?: number;
}

/** Keeps how many callbacks had run when the session ended, before anything that follows from it runs. */
export function countAtEnd(): void {
  addEventListener(
    'session-guard-expired',
    () => {
      const globals = globalThis as Counted;
      globals.countAtEnd = globals.sessionGuardTimers?.().wakeUps;
    },
    { capture: true, once: true },
  );
}

export function readCountAtEnd(): number | undefined {
  return (globalThis as Counted).countAtEnd;
}
