/** The time of a page, and whether somebody can see it. `now` is epoch ms. */
export interface PagePorts {
  now(): number;
  setTimer(ms: number, run: () => void): unknown;
  clearTimer(timer: unknown): void;
  isVisible(): boolean;
  /** Returns what ends it. */
  onVisibility(run: () => void): () => void;
}

export const pagePorts = (page: Document): PagePorts => ({
  now: () => Date.now(),
  setTimer: (ms, run) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  isVisible: () => page.visibilityState === 'visible',
  onVisibility(run) {
    page.addEventListener('visibilitychange', run);
    return () => page.removeEventListener('visibilitychange', run);
  },
});
