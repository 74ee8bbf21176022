import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPointer, readPointer, readTexts } from './json-pointer.ts';

// The examples of RFC 6901 §5.
const rfc = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('a JSON Pointer', () => {
  it.each([
    ['', rfc],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j reads what RFC 6901 says', (pointer, value) => expect(readPointer(rfc, pointer)).toEqual(value));

  it('decodes ~01 to ~1, not to a slash', () =>
    expect(readPointer({ '~1': 'this', '/': 'not this' }, '/~01')).toBe('this'));

  it.each(['/nothing', '/foo/2', '/foo/-', '/foo/00', '/foo/length', '/foo/0/0', '/foo/0/length', '/m~n'])(
    '%j finds nothing',
    (pointer) => expect(readPointer(rfc, pointer)).toBeUndefined(),
  );

  it.each(['/constructor', '/toString', '/__proto__', '/foo/map', '/foo/__proto__'])(
    '%j is no member: only own properties count',
    (pointer) => expect(readPointer(rfc, pointer)).toBeUndefined(),
  );

  it('reads a member that JSON named __proto__', () =>
    expect(readPointer(JSON.parse('{"__proto__": {"at": 1}}'), '/__proto__/at')).toBe(1));

  it.each([null, undefined, 'text', 7, true])('finds nothing below %j', (json) =>
    expect(readPointer(json, '/0')).toBeUndefined(),
  );

  it.each(['expires_at', 'a/b', '~', '/~', '/~2', '/a~', ' /a', '#/a'])('%j is malformed', (pointer) => {
    expect(isPointer(pointer)).toBe(false);
    expect(readPointer({ expires_at: 1, a: { b: 1 } }, pointer)).toBeUndefined();
  });

  it.each(['', '/', '/a', '/a/b', '//', '/~0', '/~1', '/a b', '/é'])('%j is well-formed', (pointer) =>
    expect(isPointer(pointer)).toBe(true),
  );

  it('reads any member of any object, once its name is escaped', () =>
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, value) => {
        const json = JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
        const pointer = '/' + name.replaceAll('~', '~0').replaceAll('/', '~1');
        expect(readPointer(json, pointer)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('never throws', () =>
    fc.assert(fc.property(fc.jsonValue(), fc.string(), (json, pointer) => void readPointer(json, pointer))));

  it('is checked in no time, however long and bad it is', () => {
    const start = performance.now();
    expect(isPointer('/a'.repeat(100_000) + '~')).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it('texts and numbers are read as text, other values not at all', () =>
  expect(
    readTexts({ a: 'x', b: 7, c: null, d: true, e: ['y'], f: '' }, [
      '/b',
      '/a',
      '/c',
      '/d',
      '/e',
      '/f',
      '/g',
    ]),
  ).toEqual(['7', 'x', '']));
