import { nothing, render } from 'lit/html.js';
import { bannerView } from './banner.ts';
import { dialogView, openModal } from './dialog.ts';
import styles from './prompt.css?inline';
import type { Gestures, Scene } from './scene.ts';

/** Draws scenes into the root, and brings what it drew to the top layer. */
export const createView = (root: ShadowRoot, gestures: Gestures) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const find = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector);
  const dialog = () => find<HTMLDialogElement>('dialog');

  return {
    dialog,
    banner: () => find('section'),
    draw(scene: Scene) {
      const focus = root.activeElement;
      render([dialogView(scene, gestures), bannerView(scene, gestures)], root);
      // The control that had focus went with its scene.
      if (focus && !focus.isConnected) find('h2,.icon')?.focus();
    },
    /** Also after the element was moved. */
    raise() {
      openModal(dialog());
      try {
        find('section')?.showPopover();
      } catch {
        // Up already, or a browser without popovers: fixed at its edge, it is seen all the same.
      }
    },
    remove() {
      dialog()?.close();
      render(nothing, root);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
};
