import type { Clock, Timer } from '../../shared/ports.ts';

/** What to watch for changes: all of it below a root, its attributes too, or the attributes of one element. */
export type Watched = [node: Node, how: MutationObserverInit][];

/**
 * Checks after something changed, at most once a second, ten seconds out of sight, and less often where a check takes
 * long. While a check is due nothing is watched, so that a page that changes all the time costs no more.
 */
export function createWatch(clock: Clock, timer: Timer, watched: () => Watched, check: () => void) {
  const observer = new MutationObserver(() => soon(document.hidden ? 10_000 : 1000));
  let due: unknown;
  let pause = 0;

  function soon(ms: number) {
    if (due !== undefined) return;
    observer.disconnect();
    due = timer.set(Math.max(ms, pause), now);
  }

  function stop() {
    observer.disconnect();
    if (due !== undefined) timer.clear(due);
    due = undefined;
  }

  function now() {
    stop();
    const from = clock.mono();
    check();
    pause = 20 * (clock.mono() - from);
    for (const [node, how] of watched()) observer.observe(node, how);
  }

  return { now, soon, stop };
}
