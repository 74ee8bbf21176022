import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, placesIn } from './json-places.ts';

const text = `{
  "id": "a",
  "expiry": [
    { "from": "look" },
    {
      "from": "idle",
      "timeout": "soon"
    }
  ],
  "signIn": {
    "url": "/"
  }
}`;

describe('places', () => {
  it.each([
    ['', 1],
    ['id', 2],
    ['expiry', 3],
    ['expiry[0]', 4],
    ['expiry[0].from', 4],
    ['expiry[1].timeout', 7],
    ['signIn.url', 11],
    ['signIn.target', 10],
    ['expiry[1].part', 5],
    ['nothing[3].at.all', 1],
  ])('%s is in line %i', (path, line) => expect(lineOf(placesIn(text), path)).toBe(line));

  it('names are cut as problems cut them', () =>
    expect(placesIn(`{"${'a'.repeat(50)}": 1}`).lines.has('a'.repeat(40))).toBe(true));
});

describe('what is no JSON is found where it broke', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'a name in "'],
    ['{\n "a" 1}', 2, 6, ':'],
    ['{"a": 1\n"b": 2}', 2, 1, ', or }'],
    ['[1 2]', 1, 4, ', or ]'],
    ['{"a": "b', 1, 7, 'a text that ends with "'],
    ['{"a": tru}', 1, 7, 'a value'],
    ['', 1, 1, 'a value'],
    ['{} x', 1, 4, 'nothing more'],
    ["{'a': 1}", 1, 2, 'a name in "'],
    ['{"a": 01}', 1, 8, ', or }'],
    ['['.repeat(200), 1, 102, 'fewer levels'],
  ])('%s', (broken, line, column, expected) =>
    expect(placesIn(broken).broken).toEqual({ line, column, expected }),
  );
});

it('breaks exactly where JSON.parse does not read, and never throws', () => {
  const parses = (given: string) => {
    try {
      JSON.parse(given);
      return true;
    } catch {
      return false;
    }
  };
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '\\', '0', '\n'))
    .map(
      ([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice(at % (json.length + 1)),
    );
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged, fc.string()), (given) => {
      expect(placesIn(given).broken === undefined).toBe(parses(given));
    }),
    { numRuns: 500 },
  );
});
