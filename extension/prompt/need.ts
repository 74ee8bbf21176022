import type { Face, FromPrompt } from '../messages.ts';

export type Need = Omit<Extract<FromPrompt, { prompt: 'size' }>, 'prompt' | 'token'>;

/** What the drawn prompt needs, in CSS px, however small its frame is just now. */
export function needOf(root: ShadowRoot): Need {
  const dialog = root.querySelector('dialog');
  const banner = root.querySelector('section');
  if (dialog?.open) {
    // What it needs is told as if there were room: being short changes how it looks.
    dialog.classList.remove('short');
    const height = needed(dialog);
    dialog.classList.toggle('short', innerHeight < height - 1);
    return { place: 'dialog', width: Math.ceil(widthOf(dialog)), height, face: faceOf(root, dialog) };
  }
  if (!banner) return { place: 'none', width: 0, height: 0 };
  banner.classList.add('free');
  // A little more, or what just fits in one row may not.
  const width = Math.ceil(banner.getBoundingClientRect().width) + 1;
  banner.classList.remove('free');
  return { place: 'banner', width, height: needed(banner), face: faceOf(root, banner) };
}

const needed = (element: HTMLElement): number =>
  Math.ceil(element.scrollHeight + element.getBoundingClientRect().height - element.clientHeight);

/** As wide as the element's own dialog: the theme's, else the usual. */
function widthOf(dialog: Element): number {
  const text = getComputedStyle(dialog).getPropertyValue('--width').trim();
  return parseFloat(text) * (text.endsWith('rem') ? rem() : 1);
}

/** The frame has no room for a shadow, and nothing behind it to shade: its host does that. */
function faceOf(root: ShadowRoot, shown: Element): Face {
  const { boxShadow, backgroundColor } = getComputedStyle(root.host);
  const radius = parseFloat(getComputedStyle(shown).borderTopLeftRadius);
  return { radius, shadow: boxShadow, backdrop: backgroundColor };
}

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
