import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intersect, skewSample, type Skew } from './skew.ts';

it('narrows with each reply, and always holds the truth', () => {
  const exchange = fc.record({ at: fc.nat(1e9), there: fc.nat(500), back: fc.nat(500) });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e8, max: 1e8 }),
      fc.array(exchange, { minLength: 1 }),
      (skew, exchanges) => {
        let known: Skew | undefined;
        for (const { at, there, back } of exchanges) {
          const date = Math.floor((at + there + skew) / 1000) * 1000;
          const before = known;
          known = intersect(known, skewSample(date, at, at + there + back));
          expect(known.early).toBeLessThanOrEqual(skew);
          expect(known.late).toBeGreaterThanOrEqual(skew);
          if (before) expect(known.late - known.early).toBeLessThanOrEqual(before.late - before.early);
        }
      },
    ),
  );
});

it('starts afresh when a clock was set', () => {
  const old = skewSample(60_000, 0, 100);
  const sample = skewSample(3_660_000, 0, 100);
  expect(intersect(old, sample)).toEqual(sample);
});
