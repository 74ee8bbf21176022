import type { ObservedReply, ObserveOptions } from '../shared/observe.ts';
import { pageClock } from './page-ports.ts';

type Fetch = typeof globalThis.fetch;

/** What `guardFetch` reports to: the element, or a guard of the core. */
export interface Observer {
  observe?(reply: ObservedReply, options?: ObserveOptions): void;
}

/**
 * Wraps a `fetch` so that a guard hears of each reply: endings, and requests that slide the idle limit. Every
 * reply passes through untouched, at once; nothing is retried or replayed; errors stay the caller's. Wrap
 * outside your own silent refresh, so that the guard sees only replies it gave up on.
 *
 * @param guard The element, upgraded or not, or a guard of `session-guard/core`.
 */
export function guardFetch(fetch: Fetch, guard: Observer | null | undefined): Fetch {
  return async (input, init) => {
    const requestedAt = pageClock.wall();
    const reply = await fetch(input, init);
    const credentials = init?.credentials ?? (input instanceof Request ? input.credentials : undefined);
    guard?.observe?.(reply, { requestedAt, credentials });
    return reply;
  };
}
