import type { Timer } from '../../shared/ports.ts';
import type { Edges } from './edges.ts';

/** Packed Chromium sets no alarm nearer than this; a running worker lives that long without an event. */
export const alarmFloor = 30_000;
const heartbeat = 30; // minutes: whatever was missed is noticed by then

interface Entry {
  wall: number;
  mono: number;
  run: () => void;
}

/**
 * Timers for a worker that may die: what is near has a timer in the running worker, and two alarms are set ahead, for
 * the next moment and the one behind it. Timers only poke, so one that is lost with the worker costs nothing: its
 * guard sets it anew.
 */
export function createDue({ clock, timer, alarms }: Pick<Edges, 'clock' | 'timer' | 'alarms'>) {
  const entries = new Map<number, Entry>();
  const set: Record<string, number | undefined> = {};
  let last = 0;
  let near: unknown;
  let arming = false;

  /** One arming for however many guards set their timers in a go. */
  function armSoon() {
    if (arming) return;
    arming = true;
    void Promise.resolve().then(() => {
      arming = false;
      arm();
    });
  }

  function arm() {
    const now = clock.wall();
    const moments = [...entries.values()].map(({ wall }) => wall).sort((a, b) => a - b);
    const [next] = moments;
    timer.clear(near);
    near = undefined;
    if (next !== undefined && next - now <= alarmFloor) near = timer.set(Math.max(0, next - now), runDue);
    const behind = moments.find((moment) => moment > Math.max(next ?? 0, now + alarmFloor));
    alarm('due', next, now);
    alarm('behind', behind, now);
  }

  function alarm(name: string, moment: number | undefined, now: number) {
    const when = moment === undefined ? undefined : Math.max(moment, now + alarmFloor);
    // One that was set in time for this moment stays: set anew, it could not be as near any more.
    const known = set[name];
    if (moment !== undefined && known !== undefined && known >= Math.max(moment, now) && known <= when!)
      return;
    if (when === known) return;
    set[name] = when;
    if (when === undefined) alarms.clear(name);
    else alarms.create(name, { when });
  }

  /** What is due by either clock: the monotonic one may stop in sleep. */
  function runDue() {
    const [wall, mono] = [clock.wall(), clock.mono()];
    const due = [...entries].filter(([, entry]) => entry.wall <= wall || entry.mono <= mono);
    for (const [id] of due) entries.delete(id);
    for (const [, { run }] of due) run();
    armSoon();
  }

  const port: Timer = {
    set(ms, run) {
      last += 1;
      entries.set(last, { wall: clock.wall() + ms, mono: clock.mono() + ms, run });
      armSoon();
      return last;
    },
    clear(id) {
      if (entries.delete(id as number)) armSoon();
    },
  };

  return {
    port,
    /** An alarm rang, or somebody in a page says that a moment has come. */
    runDue,
    /** The first moment that is near enough for a timer in a page. */
    nearest(): number | undefined {
      const next = Math.min(...[...entries.values()].map(({ wall }) => wall));
      return next - clock.wall() <= alarmFloor ? next : undefined;
    },
    /** At each start: alarms of an earlier run may stand, or be gone. */
    async begin() {
      const all = await alarms.all();
      for (const { name, scheduledTime } of all) set[name] = scheduledTime;
      if (!all.some(({ name }) => name === 'heartbeat'))
        alarms.create('heartbeat', { periodInMinutes: heartbeat });
      armSoon();
    },
  };
}

export type Due = ReturnType<typeof createDue>;
