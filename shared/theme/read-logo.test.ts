import { expect, it } from 'vitest';
import { fromBase64 } from './base64.ts';
import { imageSize } from './image-size.ts';
import { readTheme } from './read-theme.ts';
import { png } from './testing/example.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((each) => (typeof each === 'string' ? [...each].map((sign) => sign.charCodeAt(0)) : each)),
  );
const zeros = (count: number) => Array<number>(count).fill(0);

it('reads base64 with its padding, and nothing that only looks like it', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'abcd\xff']) expect(fromBase64(btoa(text))).toEqual(bytes(text));
  for (const text of ['abc', 'ab==cd==', 'ab c', 'ab=c']) expect(fromBase64(text)).toBeUndefined();
});

it.each<[string, Uint8Array, object | undefined]>([
  ['a PNG', fromBase64(png.split(',')[1]!)!, { type: 'png', width: 1, height: 1 }],
  [
    'a WebP, lossy',
    bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [44, 1, 100, 0]),
    { type: 'webp', width: 300, height: 100 },
  ],
  [
    'a WebP, lossless',
    bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(5), [0x2b, 0xc1, 0x18, 0]),
    { type: 'webp', width: 300, height: 100 },
  ],
  [
    'a WebP, extended',
    bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [43, 1, 0, 99, 0, 0]),
    { type: 'webp', width: 300, height: 100 },
  ],
  [
    'a JPEG, behind another segment',
    bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 100, 1, 44]),
    { type: 'jpeg', width: 300, height: 100 },
  ],
  ['a JPEG that ends before', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), undefined],
  ['text', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
  ['nothing', bytes(), undefined],
])('knows the size of %s', (_, given, size) => expect(imageSize(given)).toEqual(size));

it('refuses an image that is small in bytes and huge on the screen', () => {
  const huge = fromBase64(png.split(',')[1]!)!;
  huge.set([0, 0, 0x40, 0], 16);
  const data = `data:image/png;base64,${btoa(String.fromCharCode(...huge))}`;
  const file = { $extensions: { 'session-guard': { version: 1, logo: { data, alt: 'x' } } } };
  expect(readTheme(file).problems).toMatchObject([
    { found: '16384 × 1', expected: 'at most 2048 × 2048 pixels' },
  ]);
});
