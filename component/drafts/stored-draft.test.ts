import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFresh, longest, parseDraft, stateToJson, type StoredDraft } from './stored-draft.ts';

// A lone surrogate, too, is something people can have in a field.
const text = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const names = fc.tuple(text, text, text);
const field = fc.record(
  { names, label: text, value: text, text, from: text },
  { requiredKeys: ['names', 'label', 'value'], noNullPrototype: true },
);
const place = fc.record(
  {
    x: number,
    y: number,
    field: fc.record({ names, start: number, end: number, top: number }, { noNullPrototype: true }),
  },
  { requiredKeys: ['x', 'y'], noNullPrototype: true },
);
const draft: fc.Arbitrary<StoredDraft> = fc.record(
  {
    version: fc.constant(1 as const),
    subject: text,
    savedAt: number,
    fields: fc.array(field),
    states: fc.array(fc.record({ name: text, json: text }, { noNullPrototype: true })),
    place,
  },
  { noNullPrototype: true },
);

const some: StoredDraft = {
  version: 1,
  subject: 's',
  savedAt: 1,
  fields: [{ names: ['', '', ''], label: '', value: '', text: '', from: '' }],
  states: [{ name: 'a', json: '1' }],
  place: { x: 0, y: 0, field: { names: ['', '', ''], start: 0, end: 0, top: 0 } },
};

describe('What was stored', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(draft, (each) => {
        expect(parseDraft(JSON.stringify(each))).toStrictEqual(JSON.parse(JSON.stringify(each)));
        expect(parseDraft(JSON.stringify(each))).toMatchObject(each);
      }),
    );
  });

  it('is nothing if it is any text at all, or any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (each) => {
        expect(parseDraft(each)).toBeUndefined();
      }),
    );
  });

  it('is nothing if one member of it, at any depth, is of another kind or missing', () => {
    const paths: (string | number)[][] = [];
    const visit = (value: unknown, path: (string | number)[]) => {
      if (path.length > 0) paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    };
    visit(some, []);
    const others = [null, true, {}, [], 'x', 5, [null], ['a'], undefined];
    for (const path of paths)
      for (const other of others) {
        const changed = structuredClone(some) as unknown as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce((at, key) => at[key] as typeof at, changed);
        const key = path.at(-1)!;
        const before = holder[key];
        if (kind(other) === kind(before) && kind(other) !== 'object') continue;
        // An empty list has nothing wrong in it, and some members may be missing.
        if (Array.isArray(other) && other.length === 0 && ['fields', 'states', 'names'].includes(String(key)))
          continue;
        if (['field', 'text', 'from'].includes(String(key)) && other === undefined) continue;
        holder[key] = other;
        expect(parseDraft(JSON.stringify(changed)), `${path.join('.')} = ${JSON.stringify(other)}`).toBe(
          undefined,
        );
      }
  });

  it('is nothing if it is of another version, or longer than any that we write', () => {
    expect(parseDraft(JSON.stringify(some))).toEqual(some);
    expect(parseDraft(JSON.stringify({ ...some, version: 2 }))).toBeUndefined();
    expect(parseDraft(JSON.stringify(some) + ' '.repeat(longest))).toBeUndefined();
  });

  it('is fresh for a day, whichever way the clock went', () => {
    const day = 86_400_000;
    expect([0, day, -day, day + 1, -day - 1].map((ms) => isFresh(some, some.savedAt + ms))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

function kind(value: unknown): string {
  return Array.isArray(value) ? `list of ${typeof value[0]}` : value === null ? 'null' : typeof value;
}

// -0 comes back as 0, and nobody minds.
const values = [text, fc.double().map((value) => value + 0), fc.boolean(), fc.constantFrom(null, undefined)];

describe('The state of a page', () => {
  it('comes back the same, or is refused', () => {
    fc.assert(
      fc.property(fc.anything({ values, withBigInt: true, withMap: true, withSet: true }), (state) => {
        let json: string | undefined;
        try {
          json = stateToJson(state);
        } catch {
          return;
        }
        expect(json === undefined ? undefined : JSON.parse(json)).toEqual(state);
      }),
    );
  });

  it('is anything that JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        expect(stateToJson(state)).toBe(JSON.stringify(state));
      }),
    );
    expect(stateToJson({ a: undefined, b: new Date(0) })).toBe('{"b":"1970-01-01T00:00:00.000Z"}');
    expect(stateToJson(Object.create(null))).toBe('{}');
    expect(stateToJson(undefined)).toBeUndefined();
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a big integer', 1n],
    ['not a number', NaN],
    ['infinity', { a: [Infinity] }],
    ['a map', new Map([[1, 2]])],
    ['a set in a list', [new Set([1])]],
    ['a promise', Promise.resolve(1)],
    ['bytes', new Uint8Array(2)],
    ['a hole', [1, undefined]],
    ['an object of a class', new (class Own {})()],
  ])('is not %s', (_, state) => expect(() => stateToJson(state)).toThrow(TypeError));
});
