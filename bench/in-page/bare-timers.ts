interface Bare {
  bareTimers?: BareTimer[];
}

export interface BareTimer {
  /** Real epoch ms at which it ran. */
  at: number;
  /** In ms. */
  late: number;
}

/** Timers of the page's own for the same moments: how late any timer runs there and then. Delays in ms. */
export function setBareTimers(delays: number[]): void {
  const ran = ((globalThis as Bare).bareTimers ??= []);
  for (const delay of delays) {
    const due = performance.now() + delay;
    setTimeout(() => {
      const now = performance.now();
      ran.push({ at: performance.timeOrigin + now, late: now - due });
    }, delay);
  }
}

export function readBareTimers(): BareTimer[] {
  return (globalThis as Bare).bareTimers ?? [];
}
