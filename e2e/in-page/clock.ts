interface Clocked {
  stepSessionGuardClock?: (ms: number) => void;
}

/**
 * Runs in the page before any other script: the wall clock differs from the real one by `offset`.
 * `performance.now()` stays real, as it does when a person sets the clock of a computer.
 */
export function fakeClock(offset: number): void {
  const RealDate = Date;
  const realNow = RealDate.now;
  let ahead = offset;
  const now = (): number => realNow() + ahead;
  const FakeDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now()],
        newTarget === FakeDate ? target : newTarget,
      ) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  RealDate.prototype.constructor = FakeDate;
  globalThis.Date = FakeDate;

  // A browser takes it from the wall clock once, at the start of the navigation.
  const timeOrigin = performance.timeOrigin + offset;
  Object.defineProperty(Performance.prototype, 'timeOrigin', { configurable: true, get: () => timeOrigin });

  (globalThis as Clocked).stepSessionGuardClock = (ms) => {
    ahead += ms;
  };
}

/** Runs in a page that has the clock above. */
export function stepFakeClock(ms: number): void {
  (globalThis as Clocked).stepSessionGuardClock?.(ms);
}
