import { html } from 'lit/html.js';
import type { PromptModel } from '../prompt-model.ts';
import { isOver } from './dismissal.ts';
import { countdown, primary, spoken } from './parts.ts';
import type { Gestures, Scene } from './scene.ts';

const actions = (model: PromptModel, language: Scene['language'], gestures: Gestures) => {
  const { canLook, looking, signOut } = model;
  const { texts } = language;
  const over = isOver(model);
  return html`${primary(model, language, gestures)}
    ${
      over && canLook
        ? html`<button aria-disabled=${looking} @click=${gestures.look}>
            ${looking ? texts.looking : texts.look}
          </button>`
        : ''
    }
    ${!over && signOut ? html`<a part="sign-out" href=${signOut.href}>${texts.signOut}</a>` : ''}
    <button part="dismiss" @click=${gestures.hide}>${texts.hide}</button>`;
};

const content = (scene: Scene, model: PromptModel, gestures: Gestures) => {
  const { words, step, speech, urgent, language } = scene;
  return html`<h2 id="h" part="heading" tabindex="-1"><slot name="heading">${words.heading}</slot></h2>
    <div id="m" part="message"><slot name="message">${words.message}</slot></div>
    ${step ? html`<p part="countdown" aria-hidden="true">${countdown(scene)}</p>` : ''}
    <p id="n">${words.note}</p>
    <slot name="actions">${actions(model, language, gestures)}</slot>
    <div class="unseen" aria-live="polite">${spoken(urgent ? [] : speech)}</div>
    <div class="unseen" aria-live="assertive">${spoken(urgent ? speech : [])}</div>`;
};

/** While it is open all else is inert: its live regions must be its own. */
export const dialogView = (scene: Scene, gestures: Gestures) =>
  html`<dialog
    part="dialog"
    role="alertdialog"
    aria-labelledby="h"
    aria-describedby="m n"
    @close=${gestures.closed}
  >
    ${scene.place === 'dialog' ? content(scene, scene.model!, gestures) : ''}
  </dialog>`;

/** Opens it on top of everything, with focus on the heading, never on a button. */
export const openModal = (dialog: HTMLDialogElement): void => {
  if (dialog.matches(':modal')) return;
  // An element that was moved keeps `open` but is modal no more.
  dialog.close();
  dialog.querySelector('h2')!.autofocus = true;
  dialog.showModal();
  // Hidden by the page, it would only make everything inert.
  if (!dialog.getClientRects().length) dialog.close();
};
