import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

/** 8 bits each of red, green and blue, as one number. */
type Colour = number;

interface Image {
  width: number;
  height: number;
  pixels: Uint32Array;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const bytesPerPixel = 3;
const mostColours = 256;
/** Surfaces, and the steps of the dialog's shadow. */
const keptAsTheyAre = 160;

/**
 * The same picture in at most 256 colours: a third of the size. Large areas keep their very colour; at the rims
 * of letters one may be a little off.
 */
export function shrink(png: Uint8Array): Buffer {
  const image = read(Buffer.from(png));
  const { palette, indexOf } = choosePalette(image.pixels);
  const rows = Buffer.alloc(image.height * (image.width + 1));
  for (let y = 0; y < image.height; y += 1) {
    for (let x = 0; x < image.width; x += 1) {
      rows[y * (image.width + 1) + 1 + x] = indexOf.get(image.pixels[y * image.width + x]!)!;
    }
  }
  return write(image, palette, rows);
}

/** The commonest colours as they are, then those of the rest that stand for all others best. */
function choosePalette(pixels: Uint32Array): { palette: Colour[]; indexOf: Map<Colour, number> } {
  const counts = new Map<Colour, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
  const palette = colours.slice(0, keptAsTheyAre);
  const rest = colours.slice(keptAsTheyAre);
  palette.push(...representatives(rest, palette));
  return { palette, indexOf: new Map(colours.map((colour) => [colour, nearest(palette, colour)])) };
}

/** As many as there is room for, with all of `rest` as near as possible to one of them or of `chosen`. */
function representatives(rest: Colour[], chosen: Colour[]): Colour[] {
  for (let nearness = 0; nearness < 256; nearness += 1) {
    const palette = [...chosen];
    for (const colour of rest) {
      if (palette.every((other) => distance(other, colour) > nearness)) palette.push(colour);
      if (palette.length > mostColours) break;
    }
    if (palette.length <= mostColours) return palette.slice(chosen.length);
  }
  return [];
}

function nearest(palette: Colour[], colour: Colour): number {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(palette[index]!, colour) < distance(palette[best]!, colour)) best = index;
  }
  return best;
}

function distance(a: Colour, b: Colour): number {
  const apart = (shift: number) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return Math.max(apart(16), apart(8), apart(0));
}

/** Reads what Chromium writes: 8 bits, RGB, not interlaced. */
function read(png: Buffer): Image {
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = body;
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (!header || header[8] !== 8 || header[9] !== 2 || header[12] !== 0) {
    throw new Error('A screenshot that is no 8-bit RGB picture');
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * bytesPerPixel, height);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = bytes.readUIntBE(i * bytesPerPixel, bytesPerPixel);
  return { width, height, pixels };
}

/** PNG stores each byte as its difference to a guess from its neighbours; a row's first byte says which. */
function unfilter(rows: Buffer, stride: number, height: number): Buffer {
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const to = y * stride;
    for (let i = 0; i < stride; i += 1) {
      const left = i < bytesPerPixel ? 0 : bytes[to + i - bytesPerPixel]!;
      const above = y === 0 ? 0 : bytes[to - stride + i]!;
      const corner = y === 0 || i < bytesPerPixel ? 0 : bytes[to - stride + i - bytesPerPixel]!;
      bytes[to + i] = rows[from + 1 + i]! + guess(rows[from]!, left, above, corner);
    }
  }
  return bytes;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    default:
      return paeth(left, above, corner);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function write({ width, height }: Image, palette: Colour[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const packed = deflateSync(rows, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(body.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), framed.length - 4);
  return framed;
}
