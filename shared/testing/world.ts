import type { GuardEvent } from '../announce.ts';
import { createGuard, type Guard } from '../guard.ts';
import type { Settings } from '../policy.ts';
import type { Ports } from '../ports.ts';
import { createNeighbourhood, type Neighbourhood } from './neighbourhood.ts';
import { createServer, type FakeServer } from './server.ts';

/** One tab of the fake world: a guard, its clocks and what it told. */
export interface Tab {
  guard: Guard;
  events: GuardEvent[];
  /** Names of the events told so far, without `update`. */
  told(): string[];
  /** Sets the wall clock forward or back. */
  stepClock(ms: number): void;
  freeze(): void;
  resume(): void;
  hide(): void;
  show(): void;
  /** Timers that are set now. */
  pending(): number;
  /** Timers that have run so far. */
  wakeUps(): number;
  ports: Ports;
  /** The tab dies as tabs do: nothing of it runs on, and what it held is free. */
  crash(): void;
}

export interface World {
  server: FakeServer;
  /** True time. */
  now(): number;
  network: { offline: boolean; delay: number };
  neighbourhood: Neighbourhood;
  open(
    settings?: Settings,
    options?: { wallOff?: number; start?: (guard: Guard) => void; hidden?: boolean },
  ): Promise<Tab>;
  /** Lets true time pass: timers fire, requests are answered. */
  pass(ms: number): Promise<void>;
  /** The machine sleeps: wall clocks move on, monotonic ones stand, nothing runs. */
  sleep(ms: number): Promise<void>;
}

interface Job {
  at: number;
  run: () => void;
  tab: { frozen: boolean; dead: boolean };
}

/** Time that moves only when told, and everything that hangs on it. Many guards can share it. */
export function createWorld(now = Date.UTC(2026, 10, 20, 12)): World {
  let asleep = 0;
  const jobs = new Set<Job>();
  const network = { offline: false, delay: 50 };
  const server = createServer(() => now);
  const neighbourhood = createNeighbourhood();

  async function settle() {
    // Code that is loaded when needed takes as long to come as it takes here.
    for (let i = 0; i < 4; i++) await Promise.all([import('../late.ts'), import('../read-ending.ts')]);
    for (let i = 0; i < 40; i++) await null;
  }

  async function pass(ms: number) {
    const until = now + ms;
    await settle();
    for (;;) {
      const due = [...jobs]
        .filter((job) => job.at <= until && !job.tab.frozen && !job.tab.dead)
        .sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      now = Math.max(now, due.at);
      jobs.delete(due);
      due.run();
      await settle();
    }
    now = until;
  }

  async function sleep(ms: number) {
    now += ms;
    asleep += ms;
    for (const job of jobs) job.at += ms;
    await settle();
  }

  async function open(
    settings: Settings = {},
    { wallOff = 0, start, hidden }: Parameters<World['open']>[1] = {},
  ) {
    const state = { frozen: false, dead: false, wallOff };
    let heard: (what: 'away' | 'back') => void = () => {};
    const later = (ms: number, run: () => void): Job => {
      const job = { at: now + Math.max(0, ms), run, tab: state };
      jobs.add(job);
      return job;
    };
    const timers = new Set<Job>();
    let wakeUps = 0;
    let chance = 5;
    const ports: Ports = {
      clock: { wall: () => now + state.wallOff, mono: () => now - asleep },
      timer: {
        set(ms, run) {
          if (ms > 2 ** 31 - 1) throw new Error('a timer longer than browsers take');
          const job = later(ms, () => {
            wakeUps++;
            timers.delete(job);
            run();
          });
          timers.add(job);
          return job;
        },
        clear(job) {
          jobs.delete(job as Job);
          timers.delete(job as Job);
        },
      },
      random: () => (chance = (chance * 7 + 3) % 11) / 11,
      fetch: (ask) =>
        new Promise((resolve, reject) => {
          later(network.delay / 2, () => {
            if (network.offline) return reject(new Error('offline'));
            const reply = server.answer(ask);
            later(network.delay / 2, () => resolve(reply));
          });
        }),
      wake: (listener) => {
        heard = listener;
        if (hidden) listener('away');
        return () => (heard = () => {});
      },
    };
    const home = neighbourhood.moveIn((run) => void later(2, run));
    if (neighbourhood.has.channel) ports.channel = home.channel;
    if (neighbourhood.has.lock) ports.lock = home.lock;
    const guard = createGuard(settings, ports, ['https://app.example']);
    const events: GuardEvent[] = [];
    guard.subscribe((event) => events.push(event));
    start?.(guard);
    await settle();
    const tab: Tab = {
      guard,
      events,
      ports,
      told: () => events.map(({ type }) => type).filter((type) => type !== 'update'),
      stepClock: (ms) => void (state.wallOff += ms),
      hide: () => heard('away'),
      show: () => heard('back'),
      freeze() {
        heard('away');
        state.frozen = true;
      },
      resume() {
        state.frozen = false;
        heard('back');
      },
      crash() {
        state.dead = true;
        home.leave();
      },
      pending: () => timers.size,
      wakeUps: () => wakeUps,
    };
    return tab;
  }

  return { server, network, neighbourhood, now: () => now, open, pass, sleep };
}
