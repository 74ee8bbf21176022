import styles from './cover.css?inline';
import { adopt, drop } from './sheets.ts';

/** `ready`: in its place under the dialog that comes, and not seen yet. */
export type CoverState = 'none' | 'ready' | 'up';

/**
 * Hides the page behind an opaque sheet in the top layer, above whatever the page has there too. The page keeps its
 * nodes, its forms and its focus.
 */
export function createCover(root: ShadowRoot): (state: CoverState) => void {
  let cover: HTMLElement | undefined;
  let state: CoverState = 'none';
  let life: AbortController | undefined;

  function create() {
    adopt(root, styles);
    const made = root.appendChild(document.createElement('div'));
    made.setAttribute('part', 'cover');
    made.setAttribute('aria-hidden', 'true');
    made.popover = 'manual';
    life = new AbortController();
    document.addEventListener('toggle', keepOnTop, { capture: true, signal: life.signal });
    return made;
  }

  /** What the page opens meanwhile would stand above it. */
  function keepOnTop({ target, newState }: ToggleEvent) {
    const isAbove = newState === 'open' && target instanceof Element && target.matches('dialog,[popover]');
    if (isAbove) raise();
  }

  function raise() {
    try {
      if (cover!.matches(':popover-open')) cover!.hidePopover();
      cover!.showPopover();
      for (const dialog of openDialogs(root)) {
        dialog.close();
        dialog.showModal();
      }
    } catch {
      // No popovers here, or in no document: above all but the top layer.
      cover!.style.zIndex = String(2 ** 31 - 1);
    }
  }

  return (next) => {
    const wentUp = next === 'up' && state !== 'up';
    if (wentUp) adopt(document, unprinted);
    if (next !== 'up' && state === 'up') drop(document, unprinted);
    state = next;
    if (next === 'none') {
      cover?.remove();
      cover = undefined;
      return life?.abort();
    }
    cover ??= create();
    cover.toggleAttribute('data-ready', next === 'ready');
    // Moved with its element, it has left the top layer.
    if (!isRaised(cover) || (wentUp && !openDialogs(root).length)) raise();
  };
}

const openDialogs = (root: ShadowRoot) => root.querySelectorAll<HTMLDialogElement>('dialog:modal');

function isRaised(cover: HTMLElement): boolean {
  try {
    return cover.matches(':popover-open');
  } catch {
    return cover.style.zIndex !== '';
  }
}

/** A printer does not print backgrounds, and so would print what is under the cover. */
const unprinted = '@media print{body{display:none!important}}';
