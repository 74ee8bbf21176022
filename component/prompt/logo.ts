import type { ThemeLogo } from '../../shared/theme/theme.ts';
import { toPx } from '../../shared/theme/values.ts';
import { themeOf } from '../theme/theme-of.ts';

/** Of each CSS pixel, for screens that are finer. */
const density = 2;

/**
 * The logo of the theme on a canvas: as no address is loaded, no policy of the page forbids it, and nothing in it can
 * run. There is none until it is decoded; then `changed` is called.
 */
export const createLogo = (host: Element, changed: () => void) => {
  let source: string | undefined;
  let canvas: HTMLCanvasElement | undefined;

  const take = async (logo: ThemeLogo, data: string) => {
    const painted = await paint(logo, data).catch(() => undefined);
    if (!painted || source !== data) return;
    canvas = painted;
    changed();
  };

  return (): HTMLCanvasElement | undefined => {
    const logo = themeOf(host)?.logo;
    const data = logo && ((isDark(host) && logo.dark) || logo.data);
    if (data !== source) {
      source = data;
      canvas = undefined;
      if (logo) void take(logo, data!);
    }
    if (logo) canvas?.setAttribute('aria-label', logo.alt);
    return canvas;
  };
};

const paint = async ({ height }: ThemeLogo, data: string): Promise<HTMLCanvasElement> => {
  const [, type, base64] = /^data:([^;,]+);base64,(.+)$/.exec(data)!;
  const bytes = Uint8Array.from(atob(base64!), (sign) => sign.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type }));
  const canvas = document.createElement('canvas');
  canvas.setAttribute('part', 'logo');
  canvas.setAttribute('role', 'img');
  canvas.height = Math.round(toPx(height) * density);
  canvas.width = Math.max(1, Math.round((canvas.height * image.width) / image.height));
  canvas.style.blockSize = height.value + height.unit;
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas;
};

/** As `light-dark()` has it where the prompt is. */
const isDark = (host: Element): boolean => {
  const { colorScheme } = getComputedStyle(host);
  return (
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches)
  );
};
