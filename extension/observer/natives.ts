// What the platform gave at the start: pages wrap and replace things, and must neither notice nor disturb us.
export const { apply, getOwnPropertyDescriptor: own } = Reflect;

/** The getter of a prototype, for any of its objects. */
export function getter<T extends object, K extends keyof T & string>(prototype: T, name: K): (it: T) => T[K] {
  const { get } = own(prototype, name)!;
  return (it) => apply(get!, it, []) as T[K];
}

/**
 * The same function to whoever looks: name, length, `new`, and as text "[native code]"; calls go through `run`. The
 * handler inherits nothing, so that a page that adds to all objects adds no trap.
 */
export function standIn<F extends (...args: never[]) => unknown>(
  original: F,
  run: (self: unknown, args: unknown[]) => unknown,
): F {
  const handler = { __proto__: null, apply: (_: F, self: unknown, args: unknown[]) => run(self, args) };
  return new Proxy(original, handler as ProxyHandler<F>);
}
