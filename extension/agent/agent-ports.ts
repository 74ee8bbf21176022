import type { Clock } from '../../shared/ports.ts';
import type { Entry } from './replies.ts';

/** The clocks of the page, as its own scripts cannot change them here. */
export const clock: Clock = { wall: () => Date.now(), mono: () => performance.now() };

/** A moment of the page's time line on the wall clock of now; `timeOrigin` knows nothing of a clock that was set. */
export const toWall = (moment: number): number => clock.wall() - (clock.mono() - moment);

/** At the latest: the monotonic clock may have stood in sleep, the wall clock may have been set. */
export const loadedAt = (): number => Math.min(performance.timeOrigin, toWall(0));

/** Requests of the page that have been answered: also those that were made before, as many as the browser kept. */
export function watchRequests(see: (entries: Entry[]) => void): () => void {
  const observer = new PerformanceObserver((list) => see(list.getEntries() as unknown as Entry[]));
  for (const type of ['navigation', 'resource']) observer.observe({ type, buffered: true });
  return () => observer.disconnect();
}
