export interface SideEffects {
  timers: number;
  writes: number;
  broadcasts: number;
}

/** Runs in the page before any other script and counts what a listener should not do. */
export function countSideEffects(): void {
  const counts = { timers: 0, writes: 0, broadcasts: 0 };
  const count = (owner: object, method: string, kind: keyof typeof counts) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[method]!;
    methods[method] = function (this: unknown, ...args) {
      counts[kind]++;
      return original.apply(this, args);
    };
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'])
    count(globalThis, name, 'timers');
  count(Storage.prototype, 'setItem', 'writes');
  count(BroadcastChannel.prototype, 'postMessage', 'broadcasts');
  Object.assign(globalThis, { sideEffects: counts });
}

export function readSideEffects(): SideEffects {
  return { ...(globalThis as unknown as { sideEffects: SideEffects }).sideEffects };
}
