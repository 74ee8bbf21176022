interface Observed {
  longTasks?: number[];
}

/** Runs in the page before any other script: tasks over 50 ms. */
export function observeLongTasks(): void {
  const found: number[] = ((globalThis as Observed).longTasks = []);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

export function readLongTasks(): number[] {
  return (globalThis as Observed).longTasks ?? [];
}
