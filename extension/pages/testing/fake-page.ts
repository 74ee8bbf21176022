import type { Granted } from '../access.ts';
import type { LiveEdges } from '../live.ts';

/** A browser as pages see it, with a clock that moves only when told. */
export function createFakePage(stored: object, granted: Granted = { origins: ['<all_urls>'] }) {
  let now = 1_800_000_000_000;
  let visible = true;
  const timers = new Map<object, { at: number; run: () => void }>();
  const heard = () => {
    const all = new Set<(...told: never[]) => void>();
    return {
      addListener: (hear: (...told: never[]) => void) => void all.add(hear),
      removeListener: (hear: (...told: never[]) => void) => void all.delete(hear),
      tell: (...told: unknown[]) => all.forEach((hear) => hear(...(told as never[]))),
      count: () => all.size,
    };
  };
  const [changed, added, removed, visibility] = [heard(), heard(), heard(), heard()];
  const local: Record<string, unknown> = { ...stored };
  let fail: Error | undefined;

  const edges = {
    storage: {
      local: { get: () => (fail ? Promise.reject(fail) : Promise.resolve({ ...local })) },
      onChanged: changed,
    },
    permissions: { getAll: () => Promise.resolve(granted), onAdded: added, onRemoved: removed },
    ports: {
      now: () => now,
      setTimer(ms: number, run: () => void) {
        const timer = {};
        timers.set(timer, { at: now + ms, run });
        return timer;
      },
      clearTimer: (timer: unknown) => void timers.delete(timer as object),
      isVisible: () => visible,
      onVisibility(run: () => void) {
        visibility.addListener(run);
        return () => visibility.removeListener(run);
      },
    },
  } as unknown as LiveEdges;

  return {
    edges,
    now: () => now,
    pending: () => [...timers.values()].map(({ at }) => at - now),
    listeners: () => changed.count() + added.count() + removed.count() + visibility.count(),
    /** Promises that stand are kept. */
    settle: () => new Promise<void>((resolve) => setTimeout(resolve)),
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!due) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
      }
      now = end;
    },
    show(is: boolean) {
      visible = is;
      visibility.tell();
    },
    /** As the background writes it; `undefined` removes. */
    change(items: Record<string, unknown>, area = 'local') {
      if (area === 'local') Object.assign(local, items);
      changed.tell(
        Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])),
        area,
      );
    },
    grant(next: Granted) {
      granted.origins = next.origins;
      granted.permissions = next.permissions;
      added.tell({});
    },
    breakStorage: () => void (fail = new Error('corrupted')),
  };
}
