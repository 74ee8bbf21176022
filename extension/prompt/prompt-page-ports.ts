/** The frame's time. `wall` is epoch ms; `now` is monotonic, for spans. */
export const pageTime = {
  wall: () => Date.now(),
  now: () => performance.now(),
  setTimer: (ms: number, run: () => void): unknown => setTimeout(run, ms),
  clearTimer: (timer: unknown): void => clearTimeout(timer as ReturnType<typeof setTimeout>),
};
