import { html } from 'lit/html.js';
import { countdown, primary, spoken } from './parts.ts';
import type { Gestures, Scene } from './scene.ts';

const details = (scene: Scene, gestures: Gestures) => {
  const { words, step, language } = scene;
  return html`<p>
      ${words.note || words.heading}
      ${step ? html`<span part="countdown" role="timer">${countdown(scene)}</span>` : ''}
    </p>
    ${primary(scene.model!, language, gestures)}
    <button @click=${gestures.show}>${language.texts.show}</button>`;
};

/** A popover only to stand above the page, wherever the element is; it takes no focus. */
export const bannerView = (scene: Scene, gestures: Gestures) => {
  const { collapsed, words, place, speech } = scene;
  const { texts } = scene.language;
  return html`<div class="unseen" role="status">${spoken(place === 'dialog' ? [] : speech)}</div>
    ${
      place === 'banner'
        ? html`<section part="banner" popover="manual" aria-label=${words.heading}>
            ${collapsed ? '' : details(scene, gestures)}
            <button class="toggle" @click=${gestures.toggle}>
              ${collapsed ? texts.expand : texts.collapse}
            </button>
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
