import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type Language } from './texts.ts';
import type { Gestures, Scene } from './scene.ts';

/** English in a page of another language is marked as what it is (WCAG 3.1.2). */
export const directionOf = ({ foreign }: Language) => (foreign ? 'ltr' : nothing);

/** The time left, its number apart so that it can be large. */
export const countdown = ({ step, language }: Scene): unknown => {
  if (!step) return nothing;
  const time = language
    .duration(step.value, step.unit)
    .map(({ type, value }) => (type === 'integer' ? html`<b>${value}</b>` : value));
  const [before, after] = language.texts.left.split('{time}');
  return step.unit === 'minute' ? [before, time, after] : time;
};

/** The one thing to do: stay signed in, or sign in again. */
export const primary = (
  { model, language: { texts } }: Scene,
  gestures: Gestures,
): TemplateResult | typeof nothing => {
  const { phase, canRenew, renewal, signIn } = model;
  if (phase === 'warning' && canRenew) {
    const pending = renewal === 'pending';
    return html`<button part="renew" class="main" aria-disabled=${pending} @click=${gestures.renew}>
      ${pending ? texts.renewing : texts.renew}
    </button>`;
  }
  if (!signIn) return nothing;
  return html`<a
    part="sign-in"
    class="main"
    href=${signIn.href}
    target=${signIn.target === '_self' ? '_self' : '_blank'}
    rel="noopener"
    @click=${gestures.signIn}
    >${texts.plainSignIn}</a
  >`;
};
