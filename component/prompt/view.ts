import { html, render } from 'lit/html.js';
import { adopt, drop } from '../sheets.ts';
import { bannerView } from './banner.ts';
import { dialogView, openModal } from './dialog.ts';
import styles from './prompt.css?inline';
import type { Scene } from './scene.ts';

/** Draws scenes into the root, and brings what it drew to the top layer. */
export const createView = (root: ShadowRoot) => {
  adopt(root, styles);
  let last: Scene['place'] | undefined;
  /** Its own, for in the root is the cover too. */
  let place: HTMLElement | undefined;
  const dialog = () => root.querySelector('dialog');
  const banner = () => root.querySelector('section');

  return {
    dialog,
    banner,
    draw(scene: Scene) {
      const focus = root.activeElement;
      place ??= root.appendChild(root.ownerDocument.createElement('div'));
      // Set anew it would have all styles computed again, each second.
      if (place.lang !== scene.language.tag) place.lang = scene.language.tag;
      render(html`${dialogView(scene)} ${bannerView(scene)}`, place);
      // The control that had focus went with its state: stay in the same place.
      if (focus && !focus.isConnected && last === scene.place)
        root.querySelector<HTMLElement>('h2,[part=toggle]')?.focus();
      last = scene.place;
    },
    /** Also anew, after the element was moved. */
    raise() {
      try {
        if (last === 'dialog') openModal(dialog()!);
        banner()?.showPopover();
      } catch {
        // In no document (the next change tries again), up already, or no popovers here: seen all the same.
      }
    },
    remove() {
      place?.remove();
      drop(root, styles);
    },
  };
};
