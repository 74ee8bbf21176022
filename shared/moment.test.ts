import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMoment, type MomentOptions, type Unit } from './moment.ts';

const noon = Date.UTC(2026, 10, 20, 12); // a Friday
const now = noon;
const day = 864e5;
const read = (value: unknown, options?: Partial<MomentOptions>) => readMoment(value, { now, ...options });
const codeOf = (value: unknown, options?: Partial<MomentOptions>) => read(value, options).problem?.code;

const accepted: [unknown, number][] = [
  ['2026-11-20T12:00:00Z', noon],
  ['2026-11-20t12:00:00z', noon],
  ['2026-11-20 12:00:00Z', noon],
  [' \t2026-11-20T12:00:00Z\r\n', noon],
  ['2026-11-20T12:00:00.5Z', noon + 500],
  ['2026-11-20T12:00:00.042Z', noon + 42],
  ['2026-11-20T12:00:00.9999999Z', noon + 999],
  ['2026-11-20T12:00:00.123456789Z', noon + 123],
  ['2026-11-20T13:30:00+01:30', noon],
  ['2026-11-20T13:30:00+0130', noon],
  ['2026-11-20 13:00:00+01', noon],
  ['2026-11-20T11:30:00-00:30', noon],
  ['2026-11-20T12:00:00-00:00', noon],
  ['2026-11-21T11:59:00+23:59', noon],
  ['2026-12-31T23:59:60Z', Date.UTC(2027, 0, 1) - 1],
  ['2026-12-31T23:59:60.5Z', Date.UTC(2027, 0, 1) - 1],
  ['2027-01-01T00:59:60+01:00', Date.UTC(2027, 0, 1) - 1],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['Fri, 20 Nov 2026 12:00:00 GMT', noon],
  ['Friday, 20-Nov-26 12:00:00 GMT', noon],
  ['Fri, 20-Nov-2026 12:00:00 GMT', noon],
  ['Fri Nov 20 12:00:00 2026', noon],
  ['Fri Nov  6 12:00:00 2026', Date.UTC(2026, 10, 6, 12)],
  [`/Date(${noon})/`, noon],
  [noon / 1e3, noon],
  [noon / 1e3 + 0.25, noon + 250],
  [`${noon / 1e3}`, noon],
  [`${noon / 1e3}.25`, noon + 250],
  [` ${noon / 1e3} `, noon],
  [noon, noon],
  [`${noon}`, noon],
  [noon * 1e3, noon],
  [`${noon}000`, noon],
  [noon * 1e6, noon],
  [`${noon}123456`, noon],
];

const refused: [unknown, string][] = [
  ['2026-11-20T12:00:00', 'no-zone'],
  ['2026-11-20 12:00:00.123', 'no-zone'],
  ['2026-11-20T12:00', 'no-zone'],
  ['Fri, 20 Nov 2026 12:00:00', 'no-zone'],
  ['2026-11-20', 'date-only'],
  ['11/20/2026', 'slash-date'],
  ['2026/11/20 12:00:00', 'slash-date'],
  ['2026-11-20 12:00:00 EST', 'zone-abbreviation'],
  ['Fri, 20 Nov 2026 12:00:00 CST', 'zone-abbreviation'],
  ['Fri Nov 20 12:00:00 IST 2026', 'zone-abbreviation'],
  ['2026-11-20 12:00:00 +0000 UTC m=+0.1', 'zone-abbreviation'],
  ['2026-02-29T12:00:00Z', 'impossible-date'],
  ['2026-04-31T12:00:00Z', 'impossible-date'],
  ['2026-13-01T12:00:00Z', 'impossible-date'],
  ['2026-00-01T12:00:00Z', 'impossible-date'],
  ['2026-11-00T12:00:00Z', 'impossible-date'],
  ['2026-11-20T24:00:00Z', 'impossible-date'],
  ['2026-11-20T12:60:00Z', 'impossible-date'],
  ['2026-11-20T12:00:61Z', 'impossible-date'],
  ['0026-11-20T12:00:00Z', 'impossible-date'],
  ['Sun, 29 Feb 2026 12:00:00 GMT', 'impossible-date'],
  ['Fri, 20 Nov 2026 24:00:00 GMT', 'impossible-date'],
  ['Fri Feb 30 12:00:00 2026', 'impossible-date'],
  [3600, 'small-number'],
  ['3600', 'small-number'],
  [999_999_999, 'small-number'],
  [0.5, 'small-number'],
  ['20261120', 'small-number'],
  ['90s', 'duration-without-unit'],
  ['1h30m', 'duration-without-unit'],
  ['PT2M', 'duration-without-unit'],
  ['P1D', 'duration-without-unit'],
  ['٢٠٢٦-١١-٢٠T12:00:00Z', 'non-ascii-digits'],
  ['１７９５１７６０００', 'non-ascii-digits'],
  ['2026-11-20T12:00:00−01:00', 'non-ascii-digits'],
  [-2, 'negative'],
  ['-1795176000', 'negative'],
  [-0.5, 'negative'],
  [-Infinity, 'negative'],
  ['1970-01-01T00:00:00Z', 'too-far-back'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 'too-far-back'],
  ['Friday, 20-Nov-77 12:00:00 GMT', 'too-far-back'],
  ['Friday, 20-Nov-70 12:00:00 GMT', 'too-far-ahead'],
  ['2038-01-19T03:14:07Z', 'too-far-ahead'],
  [4_294_967_295, 'too-far-ahead'],
  [Number.MAX_SAFE_INTEGER, 'too-far-ahead'],
  ['1'.repeat(100), 'too-far-ahead'],
  ['/Date(1795176000)/', 'not-a-moment'],
  ['2026-11-20T12:00:00+24:00', 'not-a-moment'],
  ['2026-11-20T12:00:00+01:60', 'not-a-moment'],
  ['2026-11-20T12:00:00+0161', 'not-a-moment'],
  ['2026-11-20T12:00:00+1:00', 'not-a-moment'],
  ['2026-11-20T12:00:00+01:', 'not-a-moment'],
  ['2026-11-20T12:00:00.Z', 'not-a-moment'],
  ['2026-11-20T12:00:00,5Z', 'not-a-moment'],
  ['2026-11-20T12:00:00.1234567890Z', 'not-a-moment'],
  ['2026-11-20T12:00Z', 'not-a-moment'],
  ['2026-11-20T12:00:00Z[Europe/Berlin]', 'not-a-moment'],
  ['2026-11-20T12:00:00Z\u200b', 'not-a-moment'],
  ['\u00a02026-11-20T12:00:00Z', 'not-a-moment'],
  ['2026-11-20T12:00:00Z\u00a0', 'not-a-moment'],
  ['2026-11-20T12:00:00Z,', 'not-a-moment'],
  ['Fri, 20 Nov 2026 12:00:00 +0000', 'not-a-moment'],
  ['Fri, 20 nov 2026 12:00:00 GMT', 'zone-abbreviation'],
  ['Fri Foo 20 12:00:00 2026', 'not-a-moment'],
  ['2026-W47-5', 'not-a-moment'],
  ['Nov 20 2026', 'not-a-moment'],
  ['1e9', 'not-a-moment'],
  ['+1795176000', 'not-a-moment'],
  ['1795176000.', 'not-a-moment'],
  ['1,795,176,000', 'not-a-moment'],
  ['0x6affbd80', 'not-a-moment'],
  ['session 12', 'not-a-moment'],
  ['tomorrow', 'not-a-moment'],
  [`${' '.repeat(100)}${noon}`, 'not-a-moment'],
  [true, 'not-a-moment'],
  [false, 'not-a-moment'],
  [NaN, 'not-a-moment'],
  [1e300, 'not-a-moment'],
  [1_795_176_000n, 'not-a-moment'],
  [Symbol('soon'), 'not-a-moment'],
  [new Date(noon), 'not-a-moment'],
  [[noon], 'not-a-moment'],
  [{ seconds: 1_795_176_000 }, 'not-a-moment'],
  [Object(noon), 'not-a-moment'],
];

const unset = [
  null,
  undefined,
  '',
  '  ',
  0,
  -0,
  '0',
  '0.0',
  '0001-01-01',
  '0001-01-01T00:00:00',
  '0001-01-01T00:00:00Z',
  '0001-01-01T05:00:00+05:00',
  'Mon, 01 Jan 0001 00:00:00 GMT',
  '/Date(0)/',
  '/Date(-62135596800000)/',
  -62_135_596_800,
];

const never = [
  Infinity,
  'infinity',
  'Infinity',
  -1,
  '-1',
  2_147_483_647,
  '2147483647',
  2_147_483_647_000,
  253_402_300_799,
  '253402300799',
  253_402_300_799_000,
  253_402_300_799_999,
  253_402_214_400_000,
  '253402300799999999999',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.9999999',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  '/Date(253402300799999)/',
];

describe.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
])('without a unit, in a process in %s', (zone, offset) => {
  const before = process.env.TZ;
  beforeAll(() => void (process.env.TZ = zone));
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('the process really is in that zone', () => {
    expect(new Date(noon).getTimezoneOffset()).toBe(offset);
  });
  it.each(accepted)('%j is one instant', (value, at) => {
    expect(read(value)).toEqual({ at });
  });
  it.each(refused)('%s is refused as %s', (value, code) => {
    expect(codeOf(value)).toBe(code);
  });
  it.each(unset.map((value) => [value]))('%s says that nothing is set', (value) => {
    expect(read(value)).toStrictEqual({ at: undefined });
    expect(read(value, { noExpiry: true })).toStrictEqual({ at: undefined });
  });
  it.each(never.map((value) => [value]))('%s is unset, or never where that is configured', (value) => {
    expect(read(value)).toStrictEqual({ at: undefined });
    expect(read(value, { noExpiry: true })).toStrictEqual({ at: Infinity });
  });
});

describe('plausible', () => {
  const iso = (at: number) => new Date(at).toISOString();

  it('reaches 400 days ahead and no further', () => {
    expect(read(iso(now + 400 * day))).toEqual({ at: now + 400 * day });
    expect(codeOf(iso(now + 400 * day + 1))).toBe('too-far-ahead');
  });
  it('reaches ten years back and no further', () => {
    expect(read(iso(now - 3652 * day))).toEqual({ at: now - 3652 * day });
    expect(codeOf(iso(now - 3653 * day))).toBe('too-far-back');
  });
  it.each<[unknown, Unit]>([
    [noon, 'epoch-s'],
    [400 * 1440 + 1, 'in-min'],
    ['2099-01-01T00:00:00Z', 'rfc3339'],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 'http-date'],
  ])('%s as %s is too far ahead, declared or not', (value, unit) => {
    expect(codeOf(value, { unit })).toBe('too-far-ahead');
  });
  it.each<[unknown, Unit]>([
    [3600, 'epoch-s'],
    [noon / 1e3, 'epoch-ms'],
    [noon, 'epoch-us'],
    [noon, 'epoch-ns'],
  ])('%s as %s is too far back', (value, unit) => {
    expect(codeOf(value, { unit })).toBe('too-far-back');
  });
});

describe('two digits of a year', () => {
  it.each([
    ['06-Nov-94', 1994, 1994],
    ['06-Nov-26', 2026, 2026],
    ['31-Dec-99', 2000, 1999],
    ['01-Feb-00', 1999, 2000],
    ['01-Feb-00', 2099, 2100],
  ])('%s read in %i is in %i', (date, thisYear, year) => {
    const at = read(`Sunday, ${date} 08:49:37 GMT`, { now: Date.UTC(thisYear, 11, 1) }).at!;
    expect(new Date(at).getUTCFullYear()).toBe(year);
  });
});

describe('with a unit', () => {
  const inEachUnit: [Unit, unknown, number][] = [
    ['rfc3339', '2026-11-20T12:00:00Z', noon],
    ['http-date', 'Fri, 20 Nov 2026 12:00:00 GMT', noon],
    ['http-date', 'Fri Nov 20 12:00:00 2026', noon],
    ['epoch-s', noon / 1e3, noon],
    ['epoch-s', `${noon / 1e3}.5`, noon + 500],
    ['epoch-ms', noon, noon],
    ['epoch-us', `${noon}000`, noon],
    ['epoch-ns', `${noon}000000`, noon],
    ['in-s', 90, now + 90e3],
    ['in-s', '0.5', now + 500],
    ['in-ms', '1500', now + 1500],
    ['in-min', 15, now + 900e3],
  ];

  it.each(inEachUnit)('%s takes %s', (unit, value, at) => {
    expect(read(value, { unit })).toEqual({ at });
  });
  const form = (unit: Unit) => (unit === 'rfc3339' || unit === 'http-date' ? unit : 'number');
  it.each(
    inEachUnit.flatMap(([unit, value]) =>
      inEachUnit
        .filter(([other]) => form(other) !== form(unit))
        .map(([other]) => [other, value, unit] as const),
    ),
  )('%s does not take %s, which is %s', (other, value) => {
    expect(read(value, { unit: other }).problem).toMatchObject({ code: 'wrong-unit', expected: other });
  });
  it('names what is wrong with a date of the declared form', () => {
    expect(codeOf('2026-11-20T12:00:00', { unit: 'rfc3339' })).toBe('no-zone');
    expect(codeOf('2026-11-20', { unit: 'rfc3339' })).toBe('date-only');
    expect(codeOf('2026-02-30T12:00:00Z', { unit: 'rfc3339' })).toBe('impossible-date');
  });
  it.each<Unit>(['epoch-s', 'epoch-ms', 'rfc3339', 'in-s'])('nothing at all is unset in %s', (unit) => {
    expect(read(null, { unit })).toStrictEqual({ at: undefined });
    expect(read('', { unit })).toStrictEqual({ at: undefined });
    expect(read('0001-01-01T00:00:00Z', { unit })).toStrictEqual({ at: undefined });
  });
  it.each<Unit>(['epoch-s', 'epoch-ms', 'epoch-us', 'epoch-ns'])('0 in %s is unset, not 1970', (unit) => {
    expect(read(0, { unit })).toStrictEqual({ at: undefined });
  });
  it('a count from 1970 tells "never" too', () => {
    expect(read(253_402_300_799, { unit: 'epoch-s', noExpiry: true })).toEqual({ at: Infinity });
    expect(read(253_402_300_799_999, { unit: 'epoch-ms', noExpiry: true })).toEqual({ at: Infinity });
  });
});

describe.each<Unit>(['in-s', 'in-ms', 'in-min'])('%s', (unit) => {
  it('counts from the request, else from now', () => {
    const oneLater = read(1, { unit }).at! - now;
    expect(read(1, { unit, requestedAt: now - 5000 })).toEqual({ at: now - 5000 + oneLater });
  });
  it.each([0, '0', '0.0', -0])('%s is over', (zero) => {
    expect(read(zero, { unit })).toEqual({ at: now });
    expect(read(zero, { unit, requestedAt: now - 5000 })).toEqual({ at: now - 5000 });
    expect(read(zero, { unit, now: 0 })).toEqual({ at: 0 });
  });
  it('−1 is unset, or never where that is configured', () => {
    expect(read(-1, { unit })).toStrictEqual({ at: undefined });
    expect(read('-1', { unit, noExpiry: true })).toEqual({ at: Infinity });
  });
  it.each([-2, '-2', -0.5, '-3600'])('%s is refused', (value) => {
    expect(codeOf(value, { unit })).toBe('negative');
  });
});

describe('a problem', () => {
  it('says what was found and what would be right', () => {
    expect(read('2026-11-20T12:00:00').problem).toEqual({
      code: 'no-zone',
      found: '2026-11-20T12:00:00',
      expected: '2026-11-20T12:00:00Z',
    });
    expect(read('soon', { unit: 'in-s' }).problem).toEqual({
      code: 'wrong-unit',
      found: 'soon',
      expected: 'in-s',
    });
  });
  it('never holds a token', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3OTUxNzYwMDB9.c2lnbmF0dXJl';
    expect(JSON.stringify(read(token))).not.toContain('eyJ');
  });
});

describe('strangers', () => {
  const trap = () => {
    throw new Error('called');
  };
  const traps = { toString: trap, valueOf: trap, toJSON: trap, [Symbol.toPrimitive]: trap };
  const armed = (value: object) =>
    Object.defineProperties(value, Object.getOwnPropertyDescriptors(traps) as PropertyDescriptorMap);

  it.each([
    ['an object', traps],
    ['a date', armed(new Date(noon))],
    ['a function', armed(() => noon)],
    ['a string object', armed(Object('2026-11-20T12:00:00Z'))],
    ['a proxy', new Proxy({}, { get: trap, getPrototypeOf: trap, has: trap, ownKeys: trap })],
  ])('%s is refused without calling anything of its own', (_, value) => {
    expect(codeOf(value)).toBe('not-a-moment');
  });
  it('a long hostile text is refused at once', () => {
    const long = ':'.repeat(4e4) + ' '.repeat(4e4) + 'x';
    const start = performance.now();
    expect(codeOf(long)).toBe('not-a-moment');
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('whatever comes', () => {
  const two = (n: number) => `${n}`.padStart(2, '0');
  const weekday = (at: number) =>
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][new Date(at).getUTCDay()]!;
  const month = (at: number) => new Date(at).toUTCString().slice(8, 11);
  const shifted = (at: number, minutes: number) => {
    const sign = minutes < 0 ? '-' : '+';
    const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return [new Date(at + minutes * 6e4).toISOString().slice(0, -1), sign, two(h), two(m)] as const;
  };
  const plausible = fc.integer({ min: now - 3652 * day, max: now + 400 * day });
  const offsets = fc.integer({ min: -1439, max: 1439 });

  it('each plausible instant reads back from every form to the millisecond', () => {
    fc.assert(
      fc.property(plausible, offsets, fc.constantFrom('T', 't', ' '), (at, minutes, t) => {
        const [local, sign, h, m] = shifted(at, minutes);
        const forms = [
          new Date(at).toISOString().replace('T', t),
          `${local.replace('T', t)}${sign}${h}:${m}`,
          `${local}999999${sign}${h}${m}`,
          `/Date(${at})/`,
          at,
          `${at}`,
          at / 1e3,
          `${Math.floor(at / 1e3)}.${`${at % 1e3}`.padStart(3, '0')}`,
          at * 1e3,
          `${at}000`,
          at * 1e6,
          `${at}000000`,
        ];
        for (const form of forms) expect([form, read(form).at]).toEqual([form, at]);
      }),
    );
  });
  it('each plausible second reads back from the three HTTP dates', () => {
    fc.assert(
      fc.property(plausible, (instant) => {
        const at = Math.floor(instant / 1e3) * 1e3;
        const date = new Date(at);
        const [dayOfMonth, year] = [date.getUTCDate(), date.getUTCFullYear()];
        const time = date.toISOString().slice(11, 19);
        const forms = [
          date.toUTCString(),
          `${weekday(at)}, ${two(dayOfMonth)}-${month(at)}-${two(year % 100)} ${time} GMT`,
          `${weekday(at).slice(0, 3)} ${month(at)} ${`${dayOfMonth}`.padStart(2)} ${time} ${year}`,
        ];
        for (const form of forms) {
          expect([form, read(form).at]).toEqual([form, at]);
          expect(read(form, { unit: 'http-date' })).toEqual({ at });
        }
      }),
    );
  });
  it('a relative count is exactly that much after the request', () => {
    fc.assert(
      fc.property(fc.nat(400 * 1440), fc.nat(day), (minutes, ago) => {
        const requestedAt = now - ago;
        const at = requestedAt + minutes * 6e4;
        expect(read(minutes, { unit: 'in-min', requestedAt })).toEqual({ at });
        expect(read(minutes * 60, { unit: 'in-s', requestedAt })).toEqual({ at });
        expect(read(`${minutes * 6e4}`, { unit: 'in-ms', requestedAt })).toEqual({ at });
      }),
    );
  });
  it('a date is accepted exactly when the calendar has it', () => {
    const field = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 2017, max: 2026 }), field(14), field(33), field(25), (y, mo, d, h) => {
        const text = `${y}-${two(mo)}-${two(d)}T${two(h)}:00:00`;
        const real = new Date(Date.UTC(y, mo - 1, d, h)).toISOString().startsWith(text);
        expect(codeOf(`${text}Z`)).toBe(real ? undefined : 'impossible-date');
      }),
      { numRuns: 2000 },
    );
  });

  const units = fc.constantFrom<Unit | undefined>(
    undefined,
    ...(['rfc3339', 'http-date', 'epoch-s', 'epoch-ms', 'epoch-us', 'epoch-ns'] as const),
    ...(['in-s', 'in-ms', 'in-min'] as const),
  );
  const dateLike = fc
    .array(
      fc.constantFrom(...'0123456789-+:., TZ/()', '2026-11-20', 'T12:00:00', 'Z', 'GMT', 'Nov', 'Fri, '),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));
  const anything = fc.oneof(
    dateLike,
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.bigInt(),
    fc.integer({ min: -10, max: 10 }),
    fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true, withMap: true }),
  );

  it('nothing throws, and what is read lies within the bounds', () => {
    fc.assert(
      fc.property(anything, units, fc.boolean(), (value, unit, noExpiry) => {
        const { at, problem } = read(value, { unit, noExpiry });
        if (problem) {
          expect(problem.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect(at).toBeUndefined();
        } else if (at === Infinity) {
          expect(noExpiry).toBe(true);
        } else if (at !== undefined) {
          expect(Number.isInteger(at)).toBe(true);
          expect(at).toBeLessThanOrEqual(now + 400 * day);
          expect(at).toBeGreaterThanOrEqual(now - 3653 * day);
        }
      }),
      { numRuns: 5000 },
    );
  });
  it('whatever year the clock is in, a number is read in the one unit that is plausible', () => {
    const clock = fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2199, 0) });
    fc.assert(
      fc.property(clock, fc.integer({ min: -3652, max: 399 }), (clockNow, days) => {
        const at = clockNow + days * day;
        for (const count of [at / 1e3, at, at * 1e3, at * 1e6])
          expect([count, read(count, { now: clockNow }).at]).toEqual([count, at]);
      }),
    );
  });
});
