import type { Ports } from './ports.ts';

/** A tab that hangs with the lock in its hand keeps the others no longer than a request may last. */
const patience = 12_000;
/** What was learnt travels to the other tabs before the lock does. */
const hold = 100;

/**
 * Runs what only one of the tabs should do. Each is asked once more when its turn comes, for another may have done
 * it; `undefined`: nothing was left to do. Where no lock can be had, it runs at once: one tab always works.
 */
export function inTurn<T>(
  { lock, timer }: Ports,
  name: string | undefined,
  isDue: () => boolean,
  run: () => Promise<T>,
): Promise<T | undefined> {
  const runIfDue = async () => (isDue() ? await run() : undefined);
  if (!lock || !name) return runIfDue();
  return new Promise((resolve, reject) => {
    let begun: Promise<T | undefined> | undefined;
    function begin() {
      timer.clear(late);
      begun ??= runIfDue();
      begun.then(resolve, reject);
      return begun;
    }
    const late = timer.set(patience, begin);
    async function hearsIt() {
      if ((await begin()) !== undefined) await new Promise<void>((go) => timer.set(hold, go));
    }
    try {
      lock(name, hearsIt).catch(() => void begin());
    } catch {
      void begin();
    }
  });
}
