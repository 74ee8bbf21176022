import { html, nothing } from 'lit/html.js';
import { countdown, directionOf, primary } from './parts.ts';
import type { Gestures, Scene } from './scene.ts';

const actions = (scene: Scene, gestures: Gestures) => {
  const { phase, canLook, looking, signOut } = scene.model;
  const { texts } = scene.language;
  const warning = phase === 'warning';
  return html`${primary(scene, gestures)}
    ${warning && signOut ? html`<a part="sign-out" href=${signOut.href}>${texts.signOut}</a>` : nothing}
    ${
      !warning && canLook
        ? html`<button aria-disabled=${looking} @click=${gestures.look}>
            ${looking ? texts.looking : texts.look}
          </button>`
        : nothing
    } <button part="dismiss" @click=${gestures.hide}>${texts.hide}</button>`;
};

const content = (scene: Scene, gestures: Gestures) => {
  const { words, step, note, speech } = scene;
  return html`<h2 id="h" part="heading" tabindex="-1"><slot name="heading">${words.heading}</slot></h2>
    <div id="m" part="message"><slot name="message">${words.message}</slot></div>
    ${
      step ? html`<p part="countdown" aria-hidden="true" class=${step.unit}>${countdown(scene)}</p>` : nothing
    }
    <p id="n" aria-live="polite">${note}</p>
    <div class="actions"><slot name="actions">${actions(scene, gestures)}</slot></div>
    <div class="unseen" aria-live="polite">${speech.urgent ? '' : speech.text}</div>
    <div class="unseen" aria-live="assertive">${speech.urgent ? speech.text : ''}</div>`;
};

/** What everything outside a modal dialog is: inert. So its live regions are its own. */
export const dialogView = (scene: Scene, gestures: Gestures) =>
  html`<dialog
    part="dialog"
    role="alertdialog"
    aria-labelledby="h"
    aria-describedby="m n"
    lang=${scene.language.tag}
    dir=${directionOf(scene.language)}
    @close=${gestures.closed}
  >
    ${scene.place === 'dialog' ? content(scene, gestures) : nothing}
  </dialog>`;

/** Opens it on top of everything, with focus on the heading, never on a button. */
export const openModal = (dialog: HTMLDialogElement | null): void => {
  const heading = dialog?.querySelector('h2');
  if (!dialog || !heading) return;
  try {
    if (dialog.matches(':modal')) return;
    // An element that was moved keeps `open` but is modal no more.
    dialog.close();
    heading.autofocus = true;
    dialog.showModal();
    // Hidden by the page, it would only make everything inert.
    if (!dialog.getClientRects().length) dialog.close();
    heading.focus({ preventScroll: true });
  } catch {
    // Not in a document, or in one that is going away: the next change tries again.
  }
};
