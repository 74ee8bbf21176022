import { html, nothing, svg } from 'lit/html.js';
import { countdown, directionOf, primary } from './parts.ts';
import type { Gestures, Scene } from './scene.ts';

const clock = svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3 2" />`;
const dash = svg`<path d="M6 12h12" />`;

const details = (scene: Scene, gestures: Gestures) =>
  html`<p>
      ${scene.note || scene.words.heading}
      ${scene.step ? html`<span part="countdown" role="timer">${countdown(scene)}</span>` : nothing}
    </p>
    ${primary(scene, gestures)}
    <button @click=${gestures.show}>${scene.language.texts.show}</button>`;

/** A popover only to stand above the page, wherever the element is; it takes no focus. */
export const bannerView = (scene: Scene, gestures: Gestures) => {
  const { collapsed, words, language, place, speech } = scene;
  return html`<div class="unseen" role="status" lang=${language.tag}>
      ${place === 'dialog' ? '' : speech.text}
    </div>
    ${
      place === 'banner'
        ? html`<section
            part="banner"
            popover="manual"
            aria-label=${words.heading}
            lang=${language.tag}
            dir=${directionOf(language)}
          >
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

/** Focus is never wholly covered (WCAG 2.4.11): the banner goes to the other edge. */
export const dodge = (banner: HTMLElement | null, focus: Element | undefined): void => {
  if (!banner || !focus || banner.contains(focus)) return;
  const over = banner.getBoundingClientRect();
  const under = focus.getBoundingClientRect();
  if (
    under.top >= over.top &&
    under.bottom <= over.bottom &&
    under.left >= over.left &&
    under.right <= over.right
  )
    banner.toggleAttribute('data-up');
};
