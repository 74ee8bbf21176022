/** What the virtual clock needs of the real world. */
export interface RealTime {
  /** Monotonic ms. */
  now(): number;
  set(ms: number, run: () => void): unknown;
  clear(timer: unknown): void;
  /** Resolves once all that was set off by now has happened that takes no time: tasks, messages, locks. */
  settle(): Promise<void>;
}

/** A clock that a hand turns. All who live by it share one queue of timers, which run in order. */
export interface VirtualClock {
  /** Only runs forward, and stops in sleep. */
  mono(): number;
  /** What a clock that is right says: epoch ms. The server has that one. */
  right(): number;
  /** What the clock of this computer says. */
  wall(): number;
  set(ms: number, run: () => void, owner?: unknown): number;
  clear(timer: number | undefined): void;
  /** Its timers are gone with it. */
  drop(owner: unknown): void;
  readonly speed: number;
  /** 0 is a pause. */
  run(speed: number): void;
  /** Lives through that much time at once, one timer after the other, or until `enough`. */
  forward(ms: number, enough?: () => boolean): Promise<void>;
  /** The monotonic clock stops, the wall clock does not. No timer comes. */
  sleep(ms: number): Promise<void>;
  readonly wrongBy: number;
  /** Somebody sets the clock of the computer. */
  setWrong(ms: number): void;
  /** It lives through time just now. */
  readonly hurries: boolean;
}

interface Waiting {
  at: number;
  run: () => void;
  owner: unknown;
}

/** More timers than any jump needs: what sets itself anew for ever must not hang the page. */
const most = 20_000;

export function createClock(real: RealTime, startsAt: number): VirtualClock {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let at = 0;
  let anchor = real.now();
  let speed = 1;
  let slept = 0;
  let wrongBy = 0;
  let hurries = false;
  let alarm: unknown;
  let queue = Promise.resolve();

  const mono = () => at + (hurries ? 0 : (real.now() - anchor) * speed);

  function hold(): void {
    at = mono();
    anchor = real.now();
  }

  function next(): [number, Waiting] | undefined {
    let found: [number, Waiting] | undefined;
    for (const each of waiting) if (!found || each[1].at < found[1].at) found = each;
    return found;
  }

  function fire([id, { run }]: [number, Waiting]): void {
    waiting.delete(id);
    try {
      run();
    } catch (error) {
      // As with the browser's timers: it is told, and the others run on.
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  function tick(): void {
    const now = mono();
    const newest = last;
    for (let due = next(); due && due[1].at <= now && due[0] <= newest; due = next()) fire(due);
    wake();
  }

  function wake(): void {
    real.clear(alarm);
    alarm = undefined;
    const due = next();
    if (!due || hurries || speed === 0) return;
    const delay = Math.ceil((due[1].at - mono()) / speed);
    alarm = real.set(Math.min(Math.max(0, delay), 2 ** 31 - 1), tick);
  }

  async function hurry(ms: number, enough: () => boolean): Promise<void> {
    hold();
    hurries = true;
    real.clear(alarm);
    const target = at + ms;
    await real.settle();
    for (let count = 0; count < most && !enough(); count += 1) {
      const due = next();
      if (!due || due[1].at > target) {
        at = target;
        break;
      }
      at = Math.max(at, due[1].at);
      fire(due);
      await real.settle();
    }
    await real.settle();
    anchor = real.now();
    hurries = false;
    wake();
  }

  /** One jump after the other. */
  const inTurn = (act: () => Promise<void>) => (queue = queue.then(act, act));
  const right = () => startsAt + mono() + slept;

  return {
    mono,
    right,
    wall: () => right() + wrongBy,
    set(ms, run, owner) {
      const id = (last += 1);
      waiting.set(id, { at: mono() + Math.max(0, Number(ms) || 0), run, owner });
      wake();
      return id;
    },
    clear(timer) {
      if (timer !== undefined && waiting.delete(timer)) wake();
    },
    drop(owner) {
      for (const [id, each] of waiting) if (each.owner === owner) waiting.delete(id);
      wake();
    },
    get speed() {
      return speed;
    },
    run(wanted) {
      hold();
      speed = wanted;
      wake();
    },
    forward: (ms, enough = () => false) => inTurn(() => hurry(ms, enough)),
    sleep: (ms) =>
      inTurn(() => {
        slept += ms;
        return Promise.resolve();
      }),
    get wrongBy() {
      return wrongBy;
    },
    setWrong(ms) {
      wrongBy = ms;
    },
    get hurries() {
      return hurries;
    },
  };
}
