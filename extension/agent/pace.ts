import type { Clock, Timer } from '../../shared/ports.ts';

export interface SeenSign {
  place: number;
  means: string;
  /** Wall clock epoch ms. */
  requestedAt: number;
  url?: string;
}

interface Lane {
  every: number;
  toldAt: number;
  timer?: unknown;
  waiting: Map<number, SeenSign>;
  /** Places of those that were told. */
  told: Set<number>;
}

const rarely = 30_000;
const often = 2_000;

/**
 * Says signs as seldom as they allow, each time the newest: `alive` and `counted` all together, `ended` and `look` at
 * once, and each for the first time at once: a page that loads is counted, and says the moment after who is there. A
 * page may make as many as it likes: there is one in waiting for each sign.
 */
export function createPace(clock: Clock, timer: Timer, tell: (sign: SeenSign) => void) {
  const lanes = new Map<number | 'quiet', Lane>();

  function laneOf(id: number | 'quiet', every: number): Lane {
    const lane = lanes.get(id) ?? { every, toldAt: -Infinity, waiting: new Map(), told: new Set() };
    lanes.set(id, lane);
    return lane;
  }

  function flush(lane: Lane) {
    if (lane.timer !== undefined) timer.clear(lane.timer);
    lane.timer = undefined;
    if (lane.waiting.size > 0) lane.toldAt = clock.mono();
    const signs = [...lane.waiting.values()];
    lane.waiting.clear();
    for (const sign of signs) {
      lane.told.add(sign.place);
      tell(sign);
    }
  }

  return {
    see(sign: SeenSign) {
      const isQuiet = /^(alive|counted)$/.test(sign.means);
      const quiet = laneOf('quiet', rarely);
      const lane = isQuiet ? quiet : laneOf(sign.place, often);
      if (sign.means === 'ended') {
        // What comes after an end may bring the session back, and must not wait.
        flush(quiet);
        quiet.toldAt = -Infinity;
      }
      const before = lane.waiting.get(sign.place);
      if (!before || before.requestedAt <= sign.requestedAt) lane.waiting.set(sign.place, sign);
      const wait = lane.toldAt + lane.every - clock.mono();
      if (wait <= 0 || !lane.told.has(sign.place)) flush(lane);
      else lane.timer ??= timer.set(wait, () => flush(lane));
    },
    /** Forgets everything. */
    clear() {
      for (const lane of lanes.values()) if (lane.timer !== undefined) timer.clear(lane.timer);
      lanes.clear();
    },
  };
}
