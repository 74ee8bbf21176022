import type { RealTime } from './clock.ts';

/** Longer than that nothing is waited for that should take no time: one tab may wait for another's lock. */
const patience = 60;

/** The time of this page itself, and how it lets what is under way come to an end. */
export function createRealTime(hasSecond: () => boolean) {
  let underWay = 0;

  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  /** One turn of the browser's own work. What tabs tell each other takes the way through another process. */
  const task = () =>
    new Promise<void>((done) => {
      if (hasSecond()) return void setTimeout(done, 0);
      waiting.push(done);
      port1.postMessage(0);
    });

  const realTime: RealTime = {
    now: () => performance.now(),
    set: (ms, run) => setTimeout(run, ms),
    clear: (timer) => clearTimeout(timer as number),
    async settle() {
      const start = performance.now();
      for (let turn = 0; turn < 3; turn += 1) await task();
      while (underWay > 0 && performance.now() - start < patience) await task();
    },
  };

  return {
    realTime,
    /** Counts as under way until what it returns is called. */
    busy() {
      let done = false;
      underWay += 1;
      return () => {
        if (!done) underWay -= 1;
        done = true;
      };
    },
  };
}
