import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDuration } from './duration.ts';

const expected = '90s, 2m, 1h30m, PT2M, or seconds';

describe('readDuration', () => {
  it.each<[unknown, number]>([
    ['90s', 90e3],
    ['2m', 120e3],
    ['1h30m', 5400e3],
    ['2h', 7200e3],
    ['1d', 864e5],
    ['1d2h3m4s', 93_784e3],
    ['PT2M', 120e3],
    ['PT1H30M', 5400e3],
    ['PT90S', 90e3],
    ['P1D', 864e5],
    ['P1DT2H3M4S', 93_784e3],
    [90, 90e3],
    ['90', 90e3],
    [' 90 ', 90e3],
    ['\t2m\n', 120e3],
    [1.5, 1500],
    ['0.25', 250],
    [0, 0],
    ['0', 0],
    ['0s', 0],
    ['PT0S', 0],
  ])('%s is %i ms', (value, ms) => {
    expect(readDuration(value)).toEqual({ ms });
  });

  it.each<[unknown, string]>([
    [-1, 'negative'],
    ['-90s', 'negative'],
    ['-PT2M', 'negative'],
    ['-0', 'negative'],
    ['', 'not-a-duration'],
    ['  ', 'not-a-duration'],
    [null, 'not-a-duration'],
    [undefined, 'not-a-duration'],
    ['P1M', 'not-a-duration'],
    ['P1Y', 'not-a-duration'],
    ['P1Y2M3DT4H', 'not-a-duration'],
    ['P1W', 'not-a-duration'],
    ['P', 'not-a-duration'],
    ['PT', 'not-a-duration'],
    ['P1DT', 'not-a-duration'],
    ['P2H', 'not-a-duration'],
    ['T2H', 'not-a-duration'],
    ['1dT2h', 'not-a-duration'],
    ['2M', 'not-a-duration'],
    ['pt2m', 'not-a-duration'],
    ['30m1h', 'not-a-duration'],
    ['1m1m', 'not-a-duration'],
    ['1h 30m', 'not-a-duration'],
    ['1.5h', 'not-a-duration'],
    ['500ms', 'not-a-duration'],
    ['2 minutes', 'not-a-duration'],
    ['00:02:00', 'not-a-duration'],
    ['+90', 'not-a-duration'],
    ['1e3', 'not-a-duration'],
    ['.5', 'not-a-duration'],
    ['٩٠s', 'not-a-duration'],
    ['soon', 'not-a-duration'],
    [NaN, 'not-a-duration'],
    [Infinity, 'not-a-duration'],
    [true, 'not-a-duration'],
    [[90], 'not-a-duration'],
    [{ valueOf: () => 90 }, 'not-a-duration'],
    ['9'.repeat(400), 'not-a-duration'],
  ])('%s is refused as %s', (value, code) => {
    expect(readDuration(value)).toMatchObject({ problem: { code, expected } });
  });

  it('names the field it was given in', () => {
    expect(readDuration('soon', 'warn-before')).toEqual({
      problem: { code: 'not-a-duration', field: 'warn-before', found: 'soon', expected },
    });
  });

  const parts = fc.record({ d: fc.nat(30), h: fc.nat(99), m: fc.nat(99), s: fc.nat(9999) });

  it('the short form and ISO 8601 say the same', () => {
    fc.assert(
      fc.property(parts, ({ d, h, m, s }) => {
        const ms = d * 864e5 + h * 36e5 + m * 6e4 + s * 1e3;
        expect(readDuration(`${d}d${h}h${m}m${s}s`)).toEqual({ ms });
        expect(readDuration(`P${d}DT${h}H${m}M${s}S`)).toEqual({ ms });
        expect(readDuration(`${ms / 1e3}`)).toEqual({ ms });
      }),
    );
  });

  it('nothing throws, and what is read is finite and not negative', () => {
    const durationLike = fc.array(fc.constantFrom(...'0159dhmsPTDHMSYW.- '), { maxLength: 9 });
    const anything = fc.oneof(
      durationLike.map((letters) => letters.join('')),
      fc.double(),
      fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const read = readDuration(value);
        if ('problem' in read) expect(read.problem.expected).toBe(expected);
        else expect(Number.isFinite(read.ms) && read.ms >= 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
