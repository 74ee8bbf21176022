import { imageSize } from '../../shared/theme/image-size.ts';
import { logoLimits } from '../../shared/theme/read-logo.ts';

export type TakenLogo =
  | { data: string; width: number; height: number; bytes: number; shrunk: boolean; problem?: undefined }
  | { problem: 'unreadable' }
  | { problem: 'too-large'; width: number; height: number; bytes: number };

const { bytes: most, pixels } = logoLimits;

/** Steps in which a picture is made smaller until it fits. */
const shares = [1, 0.75, 0.5, 0.35, 0.25, 0.15];

/** How large it may be drawn at most, at its own shape. */
export function within(width: number, height: number, longest: number): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** A file as a theme can have it; what is too large is drawn smaller, if that helps. */
export async function takeLogo(file: Blob): Promise<TakenLogo> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = imageSize(bytes);
  if (!size) return { problem: 'unreadable' };
  const { type, width, height } = size;
  if (bytes.length <= most && width <= pixels && height <= pixels)
    return { data: dataOf(type, bytes), width, height, bytes: bytes.length, shrunk: false };
  try {
    const image = await createImageBitmap(file);
    for (const share of shares) {
      // At twice the height that it can be shown at, no more is seen.
      const room = within(image.width, image.height, Math.min(pixels, 1024) * share);
      const drawn = await draw(image, room);
      if (drawn && drawn.bytes.length <= most)
        return { data: dataOf(drawn.type, drawn.bytes), ...room, bytes: drawn.bytes.length, shrunk: true };
    }
  } catch {
    return { problem: 'unreadable' };
  }
  return { problem: 'too-large', width, height, bytes: bytes.length };
}

async function draw(image: ImageBitmap, { width, height }: { width: number; height: number }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  // A browser that writes no WebP writes PNG.
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 });
  const [, type] = /^image\/(png|jpeg|webp)$/.exec(blob.type) ?? [];
  return type ? { type, bytes: new Uint8Array(await blob.arrayBuffer()) } : undefined;
}

function dataOf(type: string, bytes: Uint8Array): string {
  let text = '';
  for (const each of bytes) text += String.fromCharCode(each);
  return `data:image/${type};base64,${btoa(text)}`;
}
