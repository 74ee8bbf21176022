import type { Channel, Ports } from '../ports.ts';

/** What the tabs of one browser share. */
export interface Neighbourhood {
  /** What tabs opened from now on have: `false` where the browser has none, or forbids it. */
  has: { channel: boolean; lock: boolean };
  /** Every message that was sent. */
  sent: unknown[];
  /** A script of the same origin says something. */
  shout(name: string, message: unknown): void;
  /** A tab opens; `later` runs its part a little later. */
  moveIn(later: (run: () => void) => void): Required<Pick<Ports, 'channel' | 'lock'>> & { leave(): void };
}

interface Waiting {
  tab: object;
  grant: () => void;
}

/** As it travels: the poorer way of the two, by storage. */
const copy = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

export function createNeighbourhood(): Neighbourhood {
  const listeners = new Set<{ name: string; tab: object; hear: (message: unknown) => void }>();
  const queues = new Map<string, Waiting[]>();
  const sent: unknown[] = [];

  function spread(name: string, message: unknown, from?: object) {
    sent.push(message);
    for (const each of [...listeners]) if (each.name === name && each.tab !== from) each.hear(copy(message));
  }

  function release(name: string, gone: (each: Waiting) => boolean) {
    const queue = queues.get(name) ?? [];
    const left = queue.filter((each) => !gone(each));
    queues.set(name, left);
    if (left[0] !== queue[0]) left[0]?.grant();
  }

  return {
    has: { channel: true, lock: true },
    sent,
    shout: (name, message) => spread(name, message),
    moveIn(later) {
      const tab = {};
      return {
        channel(name, hear): Channel {
          const entry = {
            name,
            tab,
            hear: (message: unknown) => later(() => listeners.has(entry) && hear(message)),
          };
          listeners.add(entry);
          return {
            send: (message) => spread(name, copy(message), tab),
            close: () => void listeners.delete(entry),
          };
        },
        lock: (name, run) =>
          new Promise((resolve, reject) => {
            const here: Waiting = {
              tab,
              grant: () =>
                later(
                  () =>
                    void run()
                      .then(resolve, reject)
                      .finally(() => release(name, (each) => each === here)),
                ),
            };
            const queue = queues.get(name) ?? [];
            queues.set(name, [...queue, here]);
            if (queue.length === 0) here.grant();
          }),
        leave() {
          for (const each of [...listeners]) if (each.tab === tab) listeners.delete(each);
          for (const name of queues.keys()) release(name, (each) => each.tab === tab);
        },
      };
    },
  };
}
