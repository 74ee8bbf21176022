/** What a value is declared to be: `in-…` counts from the request's start, `epoch-…` from 1970. */
export type Unit =
  'rfc3339' | 'http-date' | 'epoch-s' | 'epoch-ms' | 'epoch-us' | 'epoch-ns' | 'in-s' | 'in-ms' | 'in-min';

const msPer: Record<string, number> = { s: 1e3, ms: 1, us: 1e-3, ns: 1e-6, min: 6e4 };

/**
 * Epoch ms of a number; `undefined`: it says that nothing is set; a string: why it is refused. Without a unit its
 * size tells: plausible moments in s, ms, µs and ns never overlap.
 */
export function fromCount(
  count: number,
  unit: Unit | undefined,
  anchor: number,
): number | string | undefined {
  const bySize = count < 1e11 ? 's' : count < 1e14 ? 'ms' : count < 1e17 ? 'us' : 'ns';
  const [base, per] = unit?.split('-') ?? ['epoch', bySize];
  const relative = base === 'in';
  const scale = msPer[per!];

  if (!scale) return 'wrong-unit';
  if (!count && !relative) return;
  if (!unit && count < 1e9) return 'small-number';
  return Math.round(count * scale) + (relative ? anchor : 0);
}
