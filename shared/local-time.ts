import type { Clock } from './ports.ts';

/** Local time: ms since the epoch as this machine counts them, never running backwards. */
export interface LocalTime {
  now(): number;
  /** How far local time is ahead of the wall clock; added to wall times that come from outside. */
  lead(): number;
  /** Whether the clocks drew apart, as they do in sleep, since this was last asked. */
  slept(): boolean;
}

const gap = 2000;

/**
 * The larger of wall and monotonic time elapsed since an anchor: the monotonic clock stops in sleep on many
 * systems (w3c/hr-time#115), and the wall clock can be set back.
 *
 * @param since Local time as it was last seen, by an earlier run of the host: it goes on from there.
 */
export function createLocalTime(clock: Clock, since = -Infinity): LocalTime {
  let wall = clock.wall();
  let mono = clock.mono();
  let local = Math.max(wall, since);
  let anchor = { wall, mono, local };
  let slept = false;

  function now(): number {
    const before = { wall, mono };
    wall = clock.wall();
    mono = clock.mono();
    const drawnApart = wall - before.wall - (mono - before.mono);
    if (drawnApart > gap) slept = true;
    // Set back: from here the wall clock counts anew, else local time would stand still until it caught up.
    if (drawnApart < -gap) anchor = { wall, mono, local: local + Math.max(0, mono - before.mono) };
    return (local = Math.max(local, anchor.local + Math.max(wall - anchor.wall, mono - anchor.mono)));
  }

  return {
    now,
    lead: () => now() - wall,
    slept() {
      now();
      const answer = slept;
      slept = false;
      return answer;
    },
  };
}
