import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesGlob } from '../profile/glob.ts';
import { globsMeet, overlapsOf } from './overlaps.ts';

const site = (id: string, ...match: string[]) => ({ id, match });

it.each([
  [['https://app.example.com/*'], ['https://app.example.com/*'], true],
  [['https://app.example.com/*'], ['https://api.example.com/*'], false],
  [['https://*.example.com/*'], ['https://app.example.com/*'], true],
  [['https://app.example.com/*'], ['https://*.example.com/*'], true],
  [['https://*.example.com/*'], ['https://*.app.example.com/*'], true],
  [['https://*.example.com/*'], ['https://example.com/*'], true],
  [['https://app.example.com/*'], ['http://app.example.com/*'], false],
  [['https://app.example.com/*'], ['*://app.example.com/*'], true],
  [['https://app.example.com:8443/*'], ['https://app.example.com/*'], true],
  [['https://app.example.com:8443/*'], ['https://app.example.com:8444/*'], false],
  [['https://app.example.com/a/*'], ['https://app.example.com/b/*'], false],
  [['https://app.example.com/a/*'], ['https://app.example.com/*/b'], true],
])('%j and %j: %s', (one, other, meet) => {
  expect(overlapsOf([site('first', ...one), site('second', ...other)])).toEqual(
    meet ? new Map([['second', ['first']]]) : new Map(),
  );
});

it('names each that wins, once', () =>
  expect(
    overlapsOf([
      site('a', 'https://*.example.com/*'),
      site('b', 'https://b.example.com/*', 'https://c.example.com/*'),
      site('c', 'https://c.example.com/*'),
    ]),
  ).toEqual(
    new Map([
      ['b', ['a']],
      ['c', ['a', 'b']],
    ]),
  ));

it('globs meet where a text is as both have it', () => {
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 5 });
  const texts = [
    '',
    ...['a', 'b'].flatMap(function grow(text: string): string[] {
      return text.length > 7 ? [text] : [text, ...grow(`${text}a`), ...grow(`${text}b`)];
    }),
  ];
  fc.assert(
    fc.property(glob, glob, (one, other) => {
      expect(globsMeet(one, other)).toBe(
        texts.some((text) => matchesGlob(one, text) && matchesGlob(other, text)),
      );
    }),
  );
});

it('a thousand sites take no long time', () => {
  const sites = Array.from({ length: 1000 }, (_, at) => site(`s${at}`, `https://s${at}.example.com/*`));
  expect(overlapsOf([site('all', 'https://*.example.com/*'), ...sites]).size).toBe(1000);
});
