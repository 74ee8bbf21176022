import type { Clock, Timer } from '../../shared/ports.ts';

/** The clocks, timers and chance of the background: nothing else in it reads time. */
export const clock: Clock = { wall: () => Date.now(), mono: () => performance.now() };

export const timer: Timer = {
  set: (ms, run) => setTimeout(run, ms),
  clear: (id) => clearTimeout(id as number),
};

export const random = (): number => Math.random();
