import { navigationEntry, pageClock } from './page-ports.ts';

/** How this document came, in ms before now. */
export interface Navigation {
  requestedAgo: number;
  receivedAgo: number;
  /** From a cache or a service worker: what the server rendered into it may be of any age. */
  stale: boolean;
}

export function navigation(): Navigation {
  const entry = navigationEntry();
  const now = pageClock.mono();
  return {
    requestedAgo: now - (entry?.requestStart ?? 0),
    receivedAgo: now - (entry?.responseStart ?? 0),
    stale: !!entry && isStale(entry),
  };
}

type Delivery = PerformanceNavigationTiming & { deliveryType?: string };

/** A body larger than what was transferred came from a cache after a 304. */
const isStale = ({ transferSize, encodedBodySize, deliveryType }: Delivery): boolean =>
  transferSize === 0 || deliveryType === 'cache' || transferSize < encodedBodySize;

/** Whether `DOMContentLoaded` has come: elements added later were not in the HTML. */
export function isParsed(): boolean {
  return document.readyState === 'complete' || (navigationEntry()?.domContentLoadedEventStart ?? 0) > 0;
}
