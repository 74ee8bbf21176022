import { fromBase64 } from './base64.ts';
import { isPlain, type Path } from './findings.ts';
import { imageSize } from './image-size.ts';
import { isObject } from './json.ts';
import { isWithin, readValue, type Reader } from './read-values.ts';
import type { ThemeLogo } from './theme.ts';
import { toPx } from './values.ts';

export const logoLimits = { bytes: 48 * 1024, pixels: 2048, alt: 100, height: { least: 12, most: 96 } };

const members = ['data', 'dark', 'alt', 'height'];

export function readLogo(given: unknown, path: Path, reader: Reader): ThemeLogo | undefined {
  const { refuse } = reader;
  if (!isObject(given)) return refuse('bad-value', path, `an object with ${members.join(', ')}`, given);
  for (const name of Object.keys(given))
    if (!members.includes(name)) refuse('unknown-member', [...path, name], `only ${members.join(', ')}`);
  const { alt } = given;
  const isTold = typeof alt === 'string' && alt.trim() && alt.length <= logoLimits.alt && isPlain(alt);
  if (!isTold) refuse('bad-text', [...path, 'alt'], 'what the logo says, at most 100 letters', alt);
  const data = readImage(given.data, [...path, 'data'], reader);
  const dark = given.dark === undefined ? undefined : readImage(given.dark, [...path, 'dark'], reader);
  const at = [...path, 'height'];
  const height = readValue.dimension(given.height ?? { value: 2, unit: 'rem' }, at, reader);
  const { least, most } = logoLimits.height;
  if (height && !isWithin(toPx(height), { least, most }))
    return refuse('out-of-range', at, `${least}px to ${most}px`, height.value + height.unit);
  if (!isTold || !data || !height) return undefined;
  return { data, ...(dark && { dark }), alt, height };
}

/** Only pictures in dots: an SVG is a document. */
function readImage(given: unknown, path: Path, { refuse }: Reader): string | undefined {
  const expected = 'a PNG, JPEG or WebP image as "data:image/png;base64,…"';
  const [, type, base64] =
    (typeof given === 'string' && /^data:image\/(png|jpeg|webp);base64,(.*)$/.exec(given)) || [];
  if (!type || base64 === undefined) return refuse('bad-image', path, expected, String(given).slice(0, 30));
  if (base64.length > (logoLimits.bytes / 3) * 4)
    return refuse('bad-image', path, `at most ${logoLimits.bytes / 1024} kB`);
  const bytes = fromBase64(base64);
  const size = bytes && imageSize(bytes);
  if (size?.type !== type) return refuse('bad-image', path, `the bytes of a ${type} image`);
  const { pixels } = logoLimits;
  return size.width > pixels || size.height > pixels
    ? refuse('bad-image', path, `at most ${pixels} × ${pixels} pixels`, `${size.width} × ${size.height}`)
    : (given as string);
}
