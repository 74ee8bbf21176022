import { expect, it } from 'vitest';
import { isSameJson } from '../profile/same-json.ts';
import { example } from '../profile/testing/example.ts';
import { inOrder } from './in-order.ts';

/** As Chromium's storage gives it back. */
const byAlphabet = (json: unknown): unknown =>
  Array.isArray(json)
    ? json.map(byAlphabet)
    : Object(json) === json
      ? Object.fromEntries(
          Object.entries(json as object)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, value]) => [name, byAlphabet(value)]),
        )
      : json;

it('the example of the contract reads as in the contract', () => {
  const stored = byAlphabet(example()) as Record<string, unknown>;
  expect(Object.keys(stored)[0]).toBe('expiry');
  expect(JSON.stringify(inOrder(stored))).toBe(JSON.stringify(example()));
});

it('changes nothing but the order', () => {
  const odd = {
    later: { b: 1, a: [{ z: 1, from: 2 }] },
    id: 'a',
    signs: [{ is: { url: 1, a: 2 }, url: '/' }],
  };
  expect(isSameJson(inOrder(odd), odd)).toBe(true);
  expect(JSON.stringify(inOrder(odd))).toContain('"is":{"url":1,"a":2}');
  expect(Object.keys(inOrder(odd))).toEqual(['id', 'signs', 'later']);
});
