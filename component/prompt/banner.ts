import { html } from 'lit/html.js';
import { button, countdown, primary, spoken } from './parts.ts';
import type { Scene } from './scene.ts';

const details = (scene: Scene) => {
  const { words, step, language, gestures } = scene;
  return html`<p>
      ${words.note || words.heading}
      ${step ? html`<span part="countdown" role="timer">${countdown(scene)}</span>` : ''}
    </p>
    ${primary(scene)} ${button('show', language.texts.show, gestures.show)}`;
};

/** A popover only to stand above the page, wherever the element is; it takes no focus. */
export const bannerView = (scene: Scene) => {
  const { collapsed, words, place, speech, language, gestures } = scene;
  const { expand, collapse } = language.texts;
  return html`<div role="status">${spoken(place === 'dialog' ? [] : speech)}</div>
    ${
      place === 'banner'
        ? html`<section part="banner" popover="manual" aria-label=${words.heading}>
            ${collapsed ? '' : details(scene)}
            ${button('toggle', collapsed ? expand : collapse, gestures.toggle)}
          </section>`
        : ''
    }`;
};

/** Focus is not covered (WCAG 2.4.11): the banner goes to the other edge. */
export const dodge = (banner: HTMLElement, root: ShadowRoot, focus: Element): void => {
  const { x, y, width, height } = focus.getBoundingClientRect();
  if (banner.contains(root.elementFromPoint(x + width / 2, y + height / 2)))
    banner.toggleAttribute('data-up');
};
