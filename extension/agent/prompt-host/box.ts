import type { Face } from '../../messages.ts';
import { isOnTop } from './sight.ts';
import { createTopLayer } from './top-layer.ts';

export interface Size {
  width: number;
  height: number;
}

/** As popover the page can be used, as modal it cannot. */
export type Layer = 'popover' | 'modal';

/** Important rules of an inner root win over everything that the page can write, its inline styles included. */
const rules = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; }
dialog::backdrop { background: var(--shade, #0d111c73); }
dialog:popover-open::backdrop { display: none; }
@media (prefers-reduced-motion: no-preference) {
  dialog::backdrop { animation: appear 0.25s ease-out; }
}
@keyframes appear { from { opacity: 0; } }`;

const hostStyle = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
};

const plain = {
  all: 'initial',
  'box-sizing': 'border-box',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  // Other than the frame's own, it would be drawn on an opaque ground.
  'color-scheme': 'light dark',
  direction: 'ltr',
  opacity: '1',
  transform: 'none',
  filter: 'none',
  'clip-path': 'none',
  'mix-blend-mode': 'normal',
  'pointer-events': 'auto',
};

const gap = 16;

/** The elements: a host in the page, and what the page cannot reach, a dialog around the frame in a closed root. */
export function createBox(page: Document, src: string, title: string) {
  const host = page.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const dialog = page.createElement('dialog');
  const frame = page.createElement('iframe');
  const topLayer = createTopLayer(page);
  let layer: Layer = 'popover';
  let face: Face = { radius: 16, shadow: '0 16px 48px #0d111c4d', backdrop: '#0d111c73' };

  dress(host, hostStyle);
  dress(frame, {
    ...plain,
    display: 'block',
    width: '100%',
    height: '100%',
    visibility: 'inherit',
    'pointer-events': 'inherit',
  });
  dialog.popover = 'manual';
  // The dialog that people hear of is the frame's; this one is only where it stands.
  dialog.role = 'presentation';
  // Without credentials it also comes up in a page that is isolated (COEP), by an address that changes.
  Object.assign(frame, { src, title, referrerPolicy: 'no-referrer', credentialless: true });
  dialog.append(frame);
  root.append(dialog);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Without it all is there but the shade behind the dialog.
  }

  const isUp = (): boolean => dialog.matches(layer === 'modal' ? ':modal' : ':popover-open');
  const box = {
    host,
    isUp,
    othersMoved: topLayer.moved,
    layer: () => layer,
    hasFocus: () => root.activeElement === frame,
    focus: () => frame.focus({ preventScroll: true }),
    blur: () => frame.blur(),
    rect: () => dialog.getBoundingClientRect(),
    isRendered: () => dialog.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    isOnTop: () => isOnTop(page, root, host, frame) && !topLayer.isCovered(dialog.getBoundingClientRect()),

    /** Into the document, where scripts of the page that replace its content do not come by. */
    put() {
      if (page.documentElement && host.parentNode !== page.documentElement) page.documentElement.append(host);
    },

    /** On top of everything that is there now. */
    raise(next: Layer) {
      const hadFocus = box.hasFocus();
      if (dialog.matches(':popover-open')) dialog.hidePopover();
      // Also for one that was moved: it is open and no longer modal.
      if (dialog.open) dialog.close();
      layer = next;
      if (layer === 'modal') dialog.showModal();
      else dialog.showPopover();
      topLayer.raised();
      if (hadFocus) box.focus();
    },

    /** Laid out but not seen: only so can the frame tell what it needs. */
    hide(size: Size) {
      place(size, { visibility: 'hidden', 'pointer-events': 'none', top: '0', left: '0' });
    },

    asDialog(size: Size) {
      place(size, {
        visibility: 'visible',
        left: `calc((100vw - ${across(size)}) / 2)`,
        top: `calc((100dvh - ${down(size)}) / 3)`,
      });
    },

    asBanner(size: Size, corner: { up: boolean; left: boolean }) {
      place(size, {
        visibility: 'visible',
        [corner.left ? 'left' : 'right']: `${gap}px`,
        [corner.up ? 'top' : 'bottom']: `${gap}px`,
      });
    },

    /** From the next placing on. */
    wear(next: Face) {
      face = next;
    },

    /** Undoes what the page did to the host's attributes. */
    mend() {
      for (const { name } of [...host.attributes]) host.removeAttribute(name);
      dress(host, hostStyle);
    },

    on(type: 'toggle' | 'close' | 'cancel', heard: (event: Event) => void) {
      dialog.addEventListener(type, heard);
    },

    remove() {
      dialog.hidePopover();
      dialog.close();
      host.remove();
    },
  };

  function place(size: Size, more: Record<string, string>) {
    dress(dialog, {
      ...plain,
      position: 'fixed',
      display: 'block',
      inset: 'auto',
      width: across(size),
      height: down(size),
      'max-width': 'none',
      'max-height': 'none',
      // Of the frame's dialog, which has no room for one.
      'border-radius': `${face.radius}px`,
      'box-shadow': face.shadow,
      '--shade': face.backdrop,
      // A page may be drawn larger or smaller; what is on top of it is not.
      zoom: String(1 / pageZoom()),
      ...more,
    });
  }

  /** Of the page; ours is not in it. */
  const pageZoom = (): number => (host as { currentCSSZoom?: number }).currentCSSZoom || 1;

  return box;
}

export type Box = ReturnType<typeof createBox>;

const across = ({ width }: Size) => `min(${width}px, 100vw - ${2 * gap}px)`;
const down = ({ height }: Size) => `min(${height}px, 100dvh - ${2 * gap}px)`;

function dress(element: HTMLElement, style: Record<string, string>): void {
  element.style.cssText = '';
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}
