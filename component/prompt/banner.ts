import { html } from 'lit/html.js';
import { isQuiet } from '../prompt-model.ts';
import { button, countdown, primary, spoken } from './parts.ts';
import type { Scene } from './scene.ts';

const content = (scene: Scene) => {
  const { words, step, model, language, gestures } = scene;
  const told = html`<p>
    ${words.note || words.heading}
    ${step ? html`<span part="countdown" role="timer">${countdown(scene)}</span>` : ''}
  </p>`;
  if (model!.phase === 'draft') return html`${told} ${draft(scene)}`;
  const show = isQuiet(model!) ? '' : button('show', language.texts.show, gestures.show);
  return html`${told} ${isQuiet(model!) && !model!.canRenew ? '' : primary(scene)} ${show}`;
};

const draft = ({ model, language, gestures }: Scene) => {
  const { texts } = language;
  const use =
    model!.draft!.state === 'left'
      ? button('copy', texts.copy, () => gestures.draft('copy'))
      : button('restore', texts.putBack, () => gestures.draft('restore'));
  return html`${use} ${button('discard', texts.discard, () => gestures.draft('discard'))}`;
};

/** A popover only to stand above the page, wherever the element is; it takes no focus. */
export const bannerView = (scene: Scene) => {
  const { collapsed, words, place, speech, language, gestures } = scene;
  const { expand, collapse } = language.texts;
  return html`<div role="status">${spoken(place === 'dialog' ? [] : speech)}</div>
    ${
      place === 'banner'
        ? html`<section part="banner" popover="manual" aria-label=${words.heading}>
            ${collapsed ? '' : content(scene)}
            ${button('toggle', collapsed ? expand : collapse, gestures.toggle)}
          </section>`
        : ''
    }`;
};

/** Focus is not covered (WCAG 2.4.11): the banner goes to the edge where it hides less of it. */
export const dodge = (banner: HTMLElement, focus: Element): void => {
  const hidden = overlap(banner, focus);
  if (!hidden) return;
  banner.toggleAttribute('data-up');
  if (overlap(banner, focus) >= hidden) banner.toggleAttribute('data-up');
};

const overlap = (one: Element, other: Element): number => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
};
