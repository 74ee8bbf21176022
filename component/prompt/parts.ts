import { html } from 'lit/html.js';
import type { PromptModel } from '../prompt-model.ts';
import type { Gestures, Scene } from './scene.ts';
import { timeLeft } from './texts.ts';

/** The time left, its number apart so that it can be large. */
export const countdown = ({ step, language }: Scene): unknown =>
  timeLeft(language, step!)
    .split(/(\p{Nd}+)/u)
    .map((text, index) => (index % 2 ? html`<b>${text}</b>` : text));

export const spoken = (lines: string[]): unknown => lines.map((line) => html`<p>${line}</p>`);

/** The one thing to do: stay signed in, or sign in again. */
export const primary = (
  { phase, canRenew, renewal, signIn }: PromptModel,
  { texts }: Scene['language'],
  gestures: Gestures,
): unknown => {
  const pending = renewal === 'pending';
  return phase === 'warning' && canRenew
    ? html`<button part="renew" class="main" aria-disabled=${pending} @click=${gestures.renew}>
        ${pending ? texts.renewing : texts.renew}
      </button>`
    : signIn
      ? html`<a
          part="sign-in"
          class="main"
          href=${signIn.href}
          target=${signIn.target === '_self' ? '_self' : '_blank'}
          rel="noopener"
          @click=${gestures.signIn}
          >${texts.plainSignIn}</a
        >`
      : '';
};
