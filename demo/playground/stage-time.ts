import type { World } from './world.ts';

/**
 * From here on a page lives in the world around it: its clocks, its timers, whether it is seen and online, and with
 * whom it shares channels and locks. `requestAnimationFrame`, `requestIdleCallback`, transitions and all else stay real.
 */
export function liveIn({ clock, id, busy }: World, page: Window & typeof globalThis) {
  /** Of this document: the window outlives it. */
  const owner = {};
  let gone = false;
  let behind = false;
  let offline = false;

  const RealDate = page.Date;
  page.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length ? given : [clock.wall()]) as [number]));
    }
    static override now = () => Math.floor(clock.wall());
  } as DateConstructor;

  const { performance } = page;
  const [realStart, start] = [performance.now(), clock.mono()];
  replace(performance, 'now', () => realStart + clock.mono() - start);

  page.addEventListener('pagehide', () => {
    gone = true;
    clock.drop(owner);
  });
  const wait = (ms: number, run: () => void) => (gone ? 0 : clock.set(ms, run, owner));
  const set = (run: TimerHandler, ms = 0, ...given: unknown[]) =>
    wait(ms, () => void (run as (...given: unknown[]) => void)(...given));
  const repeated = new Map<number, number>();
  const repeat = (run: TimerHandler, ms = 0, ...given: unknown[]) => {
    const again = () => {
      repeated.set(first, wait(Math.max(4, ms), again));
      (run as (...given: unknown[]) => void)(...given);
    };
    const first = wait(Math.max(4, ms), again);
    return first;
  };
  const clear = (timer: number) => {
    clock.clear(repeated.get(timer) ?? timer);
    repeated.delete(timer);
  };
  replace(page, 'setTimeout', set);
  replace(page, 'setInterval', repeat);
  replace(page, 'clearTimeout', clear);
  replace(page, 'clearInterval', clear);
  replace(page.AbortSignal, 'timeout', (ms: number) => {
    const late = new page.AbortController();
    set(() => late.abort(new page.DOMException('The time is up.', 'TimeoutError')), ms);
    return late.signal;
  });

  const { document } = page;
  const isReallyHidden = Object.getOwnPropertyDescriptor(page.Document.prototype, 'hidden')!.get!;
  const isHidden = () => behind || (isReallyHidden.call(document) as boolean);
  read(document, 'hidden', isHidden);
  read(document, 'visibilityState', () => (isHidden() ? 'hidden' : 'visible'));
  read(page.navigator, 'onLine', () => !offline);

  const RealChannel = page.BroadcastChannel;
  page.BroadcastChannel = class extends RealChannel {
    constructor(name: string) {
      super(`${id} ${name}`);
    }
  };
  const locks = page.navigator.locks as LockManager | undefined;
  if (locks) {
    type Ask = (name: string, ...rest: unknown[]) => Promise<unknown>;
    const request = locks.request.bind(locks) as Ask;
    replace(locks, 'request', (name: string, ...rest: unknown[]) => {
      const run = rest.pop() as (lock: Lock | null) => unknown;
      const done = busy();
      const asked = request(`${id} ${name}`, ...rest, (lock: Lock | null) => {
        done();
        return run(lock);
      });
      void asked.catch(() => {}).finally(done);
      return asked;
    });
  }

  return {
    owner,
    setBehind(next: boolean) {
      if (behind === next) return;
      behind = next;
      document.dispatchEvent(new page.Event('visibilitychange'));
    },
    setOffline(next: boolean) {
      if (offline === next) return;
      offline = next;
      page.dispatchEvent(new page.Event(next ? 'offline' : 'online'));
    },
    wake() {
      document.dispatchEvent(new page.Event('resume'));
      page.dispatchEvent(new page.Event('focus'));
    },
  };
}

const replace = (of: object, name: string, value: unknown) =>
  Object.defineProperty(of, name, { value, configurable: true, writable: true });

const read = (of: object, name: string, get: () => unknown) =>
  Object.defineProperty(of, name, { get, configurable: true });
