import { html, render } from 'lit/html.js';
import { adopt, drop } from '../sheets.ts';
import { bannerView } from './banner.ts';
import { dialogView, openModal } from './dialog.ts';
import { createLogo } from './logo.ts';
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
  let removed = false;
  let drawn: Scene | undefined;
  const logo = createLogo(root.host, () => drawn && !removed && draw(drawn));

  const draw = (scene: Scene) => {
    drawn = scene;
    const focus = root.activeElement;
    place ??= root.appendChild(root.ownerDocument.createElement('div'));
    // Set anew it would have all styles computed again, each second.
    const { tag, direction } = scene.language;
    if (place.lang !== tag) Object.assign(place, { lang: tag, dir: direction });
    render(html`${dialogView({ ...scene, logo: logo() })} ${bannerView(scene)}`, place);
    // The control that had focus went with its state: stay in the same place.
    if (focus && !focus.isConnected && last === scene.place)
      root.querySelector<HTMLElement>('h2,[part=toggle]')?.focus();
    last = scene.place;
  };

  return {
    dialog,
    banner,
    draw,
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
      removed = true;
      place?.remove();
      drop(root, styles);
    },
  };
};
