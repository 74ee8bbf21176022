export const kinds = ['mousemove', 'keydown', 'pointerdown', 'wheel', 'scroll'] as const;
export type Kind = (typeof kinds)[number];

/** µs per event that a script dispatches, of each burst: short ones, so that other work interrupts few. */
export function dispatch(kind: Kind, bursts: number, events: number): number[] {
  const make = {
    mousemove: () => new MouseEvent('mousemove', { bubbles: true, composed: true }),
    keydown: () => new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }),
    pointerdown: () => new PointerEvent('pointerdown', { bubbles: true, composed: true }),
    wheel: () => new WheelEvent('wheel', { bubbles: true, composed: true }),
    scroll: () => new Event('scroll', { bubbles: true }),
  }[kind];
  const target = document.querySelector('#name')!;
  // The first bursts let the engine compile what it runs often.
  const warmUp = 4;
  return Array.from({ length: warmUp + bursts }, () => {
    const from = performance.now();
    for (let i = 0; i < events; i++) target.dispatchEvent(make());
    return ((performance.now() - from) * 1000) / events;
  }).slice(warmUp);
}
