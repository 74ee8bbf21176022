import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileText, valueAt, withValue } from './file.ts';

it('writes a value in its old place, makes groups on the way, and takes members away', () => {
  const file = { a: { b: 1, c: 2 }, d: 3 };
  expect(Object.keys(withValue(file, ['a'], 1))).toEqual(['a', 'd']);
  expect(withValue(file, ['a', 'b'], 5)).toEqual({ a: { b: 5, c: 2 }, d: 3 });
  expect(withValue(file, ['x', 'y'], 5)).toEqual({ ...file, x: { y: 5 } });
  expect(withValue(file, ['a', 'b'], undefined)).toEqual({ a: { c: 2 }, d: 3 });
  expect(file).toEqual({ a: { b: 1, c: 2 }, d: 3 });
});

it('finds nothing behind what is no object, nor what every object has', () => {
  expect([valueAt({ a: 1 }, ['a', 'b']), valueAt({}, ['toString'])]).toEqual([undefined, undefined]);
});

it('puts what is short into one line', () => {
  const file = { light: { text: { $value: { colorSpace: 'srgb', components: [0, 0, 0] } } }, both: {} };
  expect(fileText(file)).toBe(`{
  "light": { "text": { "$value": { "colorSpace": "srgb", "components": [0, 0, 0] } } },
  "both": {}
}
`);
});

const gallery = new URL('../../shared/themes/', import.meta.url);
const names = readdirSync(gallery).filter((name) => name.endsWith('.json'));

it.each(names)('writes %s so that the same is read again, and again the same text', (name) => {
  const file = JSON.parse(readFileSync(new URL(name, gallery), 'utf8')) as Record<string, unknown>;
  const text = fileText(file);
  expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(file));
  expect(fileText(JSON.parse(text) as Record<string, unknown>)).toBe(text);
});
