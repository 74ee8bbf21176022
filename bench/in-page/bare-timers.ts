interface Bare {
  bareTimers?: { at: number; late: number }[];
}

/** Timers of the page's own for the same moments: how late any timer runs there and then. Delays in ms. */
export function setBareTimers(delays: number[]): void {
  const ran = ((globalThis as Bare).bareTimers ??= []);
  for (const delay of delays) {
    const due = performance.now() + delay;
    setTimeout(() => ran.push({ at: delay, late: performance.now() - due }), delay);
  }
}

export function readBareTimers(): number[] {
  return ((globalThis as Bare).bareTimers ?? []).map(({ late }) => late);
}
