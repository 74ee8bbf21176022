import { html } from 'lit/html.js';
import { isOver } from './dismissal.ts';
import { details } from './details.ts';
import { button, canRestart, countdown, primary, signIn, spoken } from './parts.ts';
import type { Scene } from './scene.ts';

const others = (scene: Scene) => {
  const { model, language, gestures } = scene;
  const { canLook, looking, signOut, ending, covered } = model!;
  const { texts } = language;
  const hide = covered ? '' : button('dismiss', texts.hide, gestures.hide);
  if (!isOver(model!))
    return html`${signOut ? html`<a part="sign-out" href=${signOut.href}>${texts.signOut}</a>` : ''} ${hide}`;
  return html`${canRestart(model!) ? signIn(scene) : ''}
  ${ending?.reason === 'other-user' ? button('reload', texts.reload, gestures.reload) : ''}
  ${canLook ? button('look', looking ? texts.looking : texts.look, gestures.look, looking) : ''} ${hide}`;
};

const content = (scene: Scene) => {
  const { words, step, speech, urgent, logo } = scene;
  return html`${logo ?? ''}
    <h2 id="h" part="heading" tabindex="-1"><slot name="heading">${words.heading}</slot></h2>
    <div id="m" part="message"><slot name="message">${words.message}</slot></div>
    ${step ? html`<p part="countdown" aria-hidden="true">${countdown(scene)}</p>` : ''}
    <p id="n">${words.note}</p>
    <slot name="actions">${primary(scene)} ${others(scene)}</slot>
    <slot name="details">${details(scene)}</slot>
    <div aria-live="polite">${spoken(urgent ? [] : speech)}</div>
    <div aria-live="assertive">${spoken(urgent ? speech : [])}</div>`;
};

/** While it is open all else is inert: its live regions must be its own. */
export const dialogView = (scene: Scene) =>
  html`<dialog
    part="dialog"
    role="alertdialog"
    aria-labelledby="h"
    aria-describedby="m n"
    @close=${scene.gestures.closed}
  >
    ${scene.place === 'dialog' ? content(scene) : ''}
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
