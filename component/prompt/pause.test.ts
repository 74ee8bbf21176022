import { expect, test } from 'vitest';
import type { PromptPorts } from '../prompt-model.ts';
import { createPause } from './pause.ts';

/** A clock that moves only when told; due timers run on the way. */
function createTime() {
  let now = 1_000_000;
  const timers = new Map<object, { at: number; run: () => void }>();
  const ports: PromptPorts = {
    now: () => now,
    setTimer(ms, run) {
      const timer = {};
      timers.set(timer, { at: now + ms, run });
      return timer;
    },
    clearTimer: (timer) => void timers.delete(timer as object),
  };
  const pass = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!due) break;
      timers.delete(due[0]);
      now = due[1].at;
      due[1].run();
    }
    now = end;
  };
  return { ports, pass, pending: () => timers.size };
}

function setUp(typing = true) {
  const time = createTime();
  const input = new EventTarget();
  let openings = 0;
  const pause = createPause(
    time.ports,
    input,
    () => typing,
    () => (openings += 1),
  );
  const press = (type = 'keydown', isComposing = false) =>
    input.dispatchEvent(Object.assign(new Event(type), { isComposing }));
  return { ...time, pause, press, openings: () => openings };
}

test('at once when nobody can be typing', () => {
  const { pause, openings, pending } = setUp(false);
  pause.by(Infinity);
  expect([openings(), pending()]).toEqual([1, 0]);
});

test('700 ms from its beginning, for a key may have fallen just before', () => {
  const { pause, openings, pass } = setUp();
  pause.by(Infinity);
  pass(699);
  expect(openings()).toBe(0);
  pass(1);
  expect(openings()).toBe(1);
});

test('700 ms after the last key', () => {
  const { pause, openings, pass, press } = setUp();
  pause.by(Infinity);
  pass(600);
  press();
  pass(600);
  press('input');
  pass(699);
  expect(openings()).toBe(0);
  pass(1);
  expect(openings()).toBe(1);
});

test('5 s at most', () => {
  const { pause, openings, pass, press } = setUp();
  pause.by(Infinity);
  for (let passed = 0; passed < 4900; passed += 100) {
    pass(100);
    press();
  }
  expect(openings()).toBe(0);
  pass(100);
  expect(openings()).toBe(1);
});

test('no later than the limit, which may move meanwhile', () => {
  const { ports, pause, openings, pass, press } = setUp();
  pause.by(ports.now() + 2000);
  pass(300);
  press();
  pause.by(ports.now() + 200);
  pass(200);
  expect(openings()).toBe(1);
  pause.by(ports.now() - 1);
  expect(openings()).toBe(2);
});

test('a composition holds it, also one that began before, until 700 ms after its end', () => {
  const { pause, openings, pass, press } = setUp();
  pause.by(Infinity);
  press('input', true);
  pass(2500);
  expect(openings()).toBe(0);
  press('compositionend');
  pass(699);
  expect(openings()).toBe(0);
  pass(1);
  expect(openings()).toBe(1);
});

test('cancelled, it leaves no timer and hears no key', () => {
  const { pause, openings, pass, press, pending } = setUp();
  pause.by(Infinity);
  pause.cancel();
  press();
  pass(10_000);
  expect([openings(), pending()]).toEqual([0, 0]);
});
