import { html, nothing, svg } from 'lit/html.js';
import { countdown, primary, spoken } from './parts.ts';
import type { Gestures, Scene } from './scene.ts';

const clock = svg`<path d="M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0" />`;
const dash = svg`<path d="M6 12h12" />`;

const details = (scene: Scene, gestures: Gestures) => {
  const { words, step, language } = scene;
  return html`<p>
      ${words.note || words.heading}
      ${step ? html`<span part="countdown" role="timer">${countdown(scene)}</span>` : nothing}
    </p>
    ${primary(scene.model!, language, gestures)}
    <button @click=${gestures.show}>${language.texts.show}</button>`;
};

/** A popover only to stand above the page, wherever the element is; it takes no focus. */
export const bannerView = (scene: Scene, gestures: Gestures) => {
  const { collapsed, words, language, place, speech } = scene;
  return html`<div class="unseen" role="status" lang=${language.tag}>
      ${spoken(place === 'dialog' ? [] : speech)}
    </div>
    ${
      place === 'banner'
        ? html`<section part="banner" popover="manual" aria-label=${words.heading} lang=${language.tag}>
            ${collapsed ? nothing : details(scene, gestures)}
            <button
              class="icon"
              aria-label=${collapsed ? words.heading : language.texts.collapse}
              @click=${gestures.toggle}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">${collapsed ? clock : dash}</svg>
            </button>
          </section>`
        : nothing
    }`;
};

/** Focus is not covered (WCAG 2.4.11): the banner goes to the other edge. */
export const dodge = (banner: HTMLElement, root: ShadowRoot, focus: HTMLElement): void => {
  const { x, y, width, height } = focus.getBoundingClientRect();
  const top = root.elementFromPoint(x + width / 2, y + height / 2);
  if (focus !== top && banner.contains(top)) banner.toggleAttribute('data-up');
};
