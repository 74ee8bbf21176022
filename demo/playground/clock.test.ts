import { expect, it } from 'vitest';
import { createClock } from './clock.ts';

function useClock() {
  const real = { now: 0 };
  let alarm: { at: number; run: () => void } | undefined;
  const clock = createClock(
    {
      now: () => real.now,
      set: (ms, run) => (alarm = { at: real.now + ms, run }),
      clear: (timer) => {
        if (timer === alarm) alarm = undefined;
      },
      settle: () => Promise.resolve(),
    },
    1_000_000,
  );
  /** Real time goes by. */
  function pass(ms: number) {
    const end = real.now + ms;
    while (alarm && alarm.at <= end) {
      const { at, run } = alarm;
      real.now = Math.max(real.now, at);
      alarm = undefined;
      run();
    }
    real.now = end;
  }
  const ran: string[] = [];
  const note = (name: string) => () => void ran.push(`${name} ${clock.mono()}`);
  return { clock, pass, ran, note };
}

it('runs as real time does, or so many times as fast, or not at all', () => {
  const { clock, pass } = useClock();
  pass(100);
  expect(clock.mono()).toBe(100);
  clock.run(60);
  pass(100);
  expect(clock.mono()).toBe(6100);
  clock.run(0);
  pass(100);
  expect(clock.mono()).toBe(6100);
  expect(clock.wall()).toBe(1_006_100);
});

it('fires timers in the order of their moments, and none that was cleared', () => {
  const { clock, pass, ran, note } = useClock();
  clock.set(200, note('later'));
  clock.set(100, note('sooner'));
  clock.clear(clock.set(150, note('never')));
  clock.run(10);
  pass(30);
  expect(ran).toEqual(['sooner 100', 'later 200']);
});

it('a pause holds what waits, and what was done to the speed counts at once', () => {
  const { clock, pass, ran, note } = useClock();
  clock.set(1000, note('it'));
  clock.run(0);
  pass(60_000);
  expect(ran).toEqual([]);
  clock.run(60);
  pass(17);
  expect(ran).toHaveLength(1);
});

it('lives through a jump timer by timer, those that it brings about too', async () => {
  const { clock, ran, note } = useClock();
  clock.set(60_000, () => {
    note('first')();
    clock.set(500, note('its own'));
  });
  clock.set(60_800, note('second'));
  clock.set(120_001, note('after'));
  await clock.forward(120_000);
  expect(ran).toEqual(['first 60000', 'its own 60500', 'second 60800']);
  expect(clock.mono()).toBe(120_000);
});

it('stops a jump as soon as it is enough', async () => {
  const { clock, ran, note } = useClock();
  clock.set(1000, note('wanted'));
  clock.set(2000, note('not reached'));
  await clock.forward(60_000, () => ran.length > 0);
  expect(clock.mono()).toBe(1000);
});

it('jumps one after the other, and real time adds nothing meanwhile', async () => {
  const { clock, pass } = useClock();
  const both = Promise.all([clock.forward(1000), clock.forward(500)]);
  await Promise.resolve();
  pass(70);
  await both;
  expect(clock.mono()).toBe(1500);
});

it('does not hang on a timer that sets itself anew at once', async () => {
  const { clock } = useClock();
  let count = 0;
  const again = () => {
    count += 1;
    clock.set(0, again);
  };
  clock.set(0, again);
  await clock.forward(1000);
  expect(count).toBe(20_000);
});

it('in sleep the wall clock moves and the monotonic one does not', async () => {
  const { clock, ran, note } = useClock();
  clock.set(1000, note('it'));
  await clock.sleep(3_600_000);
  expect(clock.mono()).toBe(0);
  expect(clock.wall()).toBe(4_600_000);
  expect(ran).toEqual([]);
});

it('a clock that somebody set is wrong, and the right one is not', () => {
  const { clock } = useClock();
  clock.setWrong(-3_600_000);
  expect(clock.wall()).toBe(clock.right() - 3_600_000);
});

it('the timers of a page go with it', async () => {
  const { clock, ran, note } = useClock();
  const page = {};
  clock.set(10, note('of the page'), page);
  clock.set(20, note('of another'));
  clock.drop(page);
  await clock.forward(100);
  expect(ran).toEqual(['of another 20']);
});
