import { describe, expect, test } from 'vitest';
import { alarmFloor, createDue } from './due.ts';

function createWorld() {
  let now = 1_800_000_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const alarms = new Map<string, number>();
  let writes = 0;
  const due = createDue({
    clock: { wall: () => now, mono: () => now - 1_700_000_000_000 },
    timer: {
      set(ms, run) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return timer;
      },
      clear: (timer) => void (timers = timers.filter((each) => each !== timer)),
    },
    alarms: {
      all: async () => [...alarms].map(([name, scheduledTime]) => ({ name, scheduledTime })),
      create(name, { when, periodInMinutes = 0 }) {
        writes += 1;
        alarms.set(name, Math.max(when ?? now + periodInMinutes * 60_000, now + alarmFloor));
      },
      clear: (name) => void alarms.delete(name),
    },
  });
  return {
    due,
    alarms,
    now: () => now,
    writes: () => writes,
    timers: () => timers.length,
    async pass(ms: number) {
      await Promise.resolve();
      now += ms;
      const ready = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of ready) run();
      await Promise.resolve();
    },
  };
}

describe('What is due', () => {
  test('soon has a timer in the running worker, and an alarm behind it', async () => {
    const { due, alarms, timers, pass, now } = createWorld();
    let ran = 0;
    due.port.set(10_000, () => (ran += 1));
    await Promise.resolve();
    expect(timers()).toBe(1);
    expect(alarms.get('due')).toBe(now() + alarmFloor);
    await pass(10_000);
    expect(ran).toBe(1);
  });

  test('later has two alarms and no timer, however much it is', async () => {
    const { due, alarms, timers, now } = createWorld();
    for (let at = 1; at <= 1000; at++) due.port.set(at * 60_000, () => {});
    await Promise.resolve();
    expect([...alarms]).toEqual([
      ['due', now() + 60_000],
      ['behind', now() + 120_000],
    ]);
    expect(timers()).toBe(0);
  });

  test('is run when an alarm rings, also where the monotonic clock has slept', async () => {
    const { due, pass } = createWorld();
    const ran: string[] = [];
    due.port.set(60_000, () => ran.push('first'));
    due.port.set(120_000, () => ran.push('second'));
    await pass(60_001);
    due.runDue();
    expect(ran).toEqual(['first']);
  });

  test('and taken back leaves no alarm', async () => {
    const { due, alarms } = createWorld();
    const timer = due.port.set(60_000, () => {});
    await Promise.resolve();
    due.port.clear(timer);
    await Promise.resolve();
    expect(alarms.size).toBe(0);
  });

  test('is told to pages only when it is near', async () => {
    const { due, now } = createWorld();
    due.port.set(60_000, () => {});
    expect(due.nearest()).toBeUndefined();
    due.port.set(20_000, () => {});
    expect(due.nearest()).toBe(now() + 20_000);
  });
});
