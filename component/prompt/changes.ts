import { html } from 'lit/html.js';
import type { PromptModel } from '../prompt-model.ts';
import type { Scene } from './scene.ts';

export const wasRenewed = (before: PromptModel | undefined, now: PromptModel | undefined): boolean =>
  before?.renewal === 'pending' && (!now || (now.phase === 'warning' && now.renewal === 'none'));

/** What a change in place must be heard as; the dialog's note is a live region of its own. */
export const speechFor = (old: Scene, { model, words, language, place, note }: Scene): unknown => {
  if (words.heading !== old.words.heading)
    return html`<p>${words.heading}</p>
      <p>${words.message}</p>`;
  if (wasRenewed(old.model, model)) return language.texts.renewed;
  if (model.renewal === 'pending' && old.model.renewal !== 'pending') return language.texts.renewing;
  return place === 'banner' && note !== old.note && note;
};
