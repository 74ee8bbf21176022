import { keyed } from 'lit/directives/keyed.js';
import { html } from 'lit/html.js';
import type { PromptModel } from '../prompt-model.ts';
import { isOver } from './dismissal.ts';
import type { Scene } from './scene.ts';
import { timeLeft } from './texts.ts';

/** The time left, its number apart so that it can be large. */
export const countdown = ({ step, language }: Scene): unknown =>
  timeLeft(language, step!)
    .split(/(\p{Nd}+)/u)
    .map((text, index) => (index % 2 ? html`<b>${text}</b>` : text));

/** The same words said again are new nodes: only what is added to a live region is heard. */
export const spoken = (lines: string[]): unknown =>
  keyed(
    lines,
    lines.map((line) => html`<p>${line}</p>`),
  );

/** `busy` buttons stay, with their focus. */
export const button = (part: string, text: string, press: () => void, busy = false): unknown =>
  html`<button part=${part} aria-disabled=${busy} @click=${press}>${text}</button>`;

/** The one thing to do: stay signed in, begin again, or sign in again. */
export const primary = (scene: Scene): unknown => {
  const { model, language, gestures } = scene;
  const { canRenew, renewal, restart } = model!;
  const { texts } = language;
  const pending = renewal === 'pending';
  if (canRenew && !isOver(model!))
    return button('renew', pending ? texts.renewing : texts.renew, gestures.renew, pending);
  return canRestart(model!)
    ? html`<a part="restart" href=${restart!.href} @click=${gestures.leave}>${texts.restart}</a>`
    : signIn(scene);
};

/** A flow that is over begins again; while it lives there is time to finish it. */
export const canRestart = (model: PromptModel): boolean =>
  model.restart !== undefined && isOver(model) && model.ending?.reason !== 'other-user';

export const signIn = ({ model, language, gestures }: Scene): unknown => {
  const { signIn } = model!;
  return signIn
    ? html`<a
        part="sign-in"
        href=${signIn.href}
        target=${signIn.target === '_self' ? '_self' : '_blank'}
        rel="noopener"
        @click=${gestures.signIn}
        >${language.texts.plainSignIn}</a
      >`
    : '';
};
