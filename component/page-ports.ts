import type { Clock, Ports } from '../shared/ports.ts';

/** The page's clock, timers and events: the only place in the component where the browser's time is read. */
export const pageClock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
};

export const pageTimer: Ports['timer'] = {
  set: (ms, run) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};

export const random = (): number => Math.random();

export const navigationEntry = (): PerformanceNavigationTiming | undefined =>
  performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;

export const toRfc3339 = (ms: number): string => new Date(ms).toISOString();

export const toClockTime = (ms: number): string => new Date(ms).toLocaleTimeString();

/** Runs once in the first idle period, at the latest after `ms`. */
export function whenIdle(ms: number, run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!window.requestIdleCallback) {
    const timer = setTimeout(run, Math.min(ms, 2000));
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: ms });
  return () => cancelIdleCallback(idle);
}

/** Out of sight, asleep in the back/forward cache, frozen; and here again. */
export function pageWake(heard: (what: 'away' | 'back') => void): () => void {
  const leave = new AbortController();
  const on = (target: EventTarget, types: string, run: () => void) => {
    for (const type of types.split(' ')) target.addEventListener(type, run, { signal: leave.signal });
  };
  const away = () => heard('away');
  const hide = () => document.hidden && away();
  const back = () => {
    heard('back');
    hide(); // awake, or online again, and still out of sight
  };
  on(document, 'visibilitychange', () => (document.hidden ? away() : heard('back')));
  on(document, 'freeze', away);
  on(window, 'pagehide', away);
  on(document, 'resume', back);
  on(window, 'pageshow online', back);
  // Chromium tells of the focus a moment before it shows the page, which is not away any more.
  on(window, 'focus', () => heard('back'));
  hide();
  return () => leave.abort();
}

const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'];

/** Calls once, at the next trusted sign of a person outside `own`; the listeners are gone after it. */
export function onceInput(own: EventTarget, run: () => void): () => void {
  const leave = new AbortController();
  function heard(event: Event) {
    if (!event.isTrusted || event.composedPath().includes(own)) return;
    leave.abort();
    run();
  }
  for (const type of signs)
    window.addEventListener(type, heard, { capture: true, passive: true, signal: leave.signal });
  return () => leave.abort();
}
