// A classic script, first in the page: `?clock=+10m` sets this page's clock wrong before anything reads it.
{
  const [, sign, minutes] = /[?&]clock=(%2B|[+ -])?(\d{1,5})m(?:&|$)/i.exec(location.search) ?? [];
  const wrongBy = Number(minutes ?? 0) * (sign === '-' ? -60_000 : 60_000);
  if (wrongBy !== 0) {
    const RightDate = Date;
    const now = () => RightDate.now() + wrongBy;
    // All that tells wall time must agree, as it would on a computer that is really wrong.
    globalThis.Date = new Proxy(RightDate, {
      construct: (target, given, newTarget) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
      apply: () => new RightDate(now()).toString(),
      get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
    });
    const timeOrigin = performance.timeOrigin + wrongBy;
    Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin });
    document.documentElement.dataset.clock = String(wrongBy / 60_000);
  }
}
