import { html } from 'lit';
import type { Model } from '../model.ts';
import type { Scene } from '../scene.ts';
import { aheadOf } from '../texts.ts';
import { button, code, filled, named } from './parts.ts';

type Of<Step extends Model['step']> = Scene<Extract<Model, { step: Step }>>;

const page = (heading: unknown, text: unknown, actions: unknown = '') =>
  html`<h1 tabindex="-1">${heading}</h1>
    <div class="stack">${text}</div>
    ${actions ? html`<div class="actions">${actions}</div>` : ''}`;

export const loading = ({ language: { guarding } }: Scene) =>
  html`<h1 tabindex="-1">${guarding.title}</h1>
    <p class="muted" role="status">${guarding.loading}</p>`;

export function stopped({ model, language, gestures }: Of<'broken' | 'closed' | 'cannot' | 'gone'>) {
  const { guarding } = language;
  const { heading, text } = guarding[model.step];
  return page(
    heading,
    html`<p>${text}</p>`,
    html`${model.step === 'broken' ? button(guarding.settings, gestures.openSettings, 'primary') : ''}
    ${button(guarding.saved.close, gestures.close)}`,
  );
}

export function access({ model, language, gestures }: Of<'access'>) {
  const { guarding } = language;
  const { site, why, isPrivate, busy } = model;
  const { access: texts } = guarding;
  const give = why === 'denied' ? texts.again : filled(texts.give, { host: site.host });
  return page(
    filled(texts.heading, { name: named(site.name) }),
    html`<p>${filled(texts[why], { host: code(site.host) })}</p>
      ${isPrivate ? html`<p class="notice">${guarding.privateWindow}</p>` : ''}
      <p role="status" class="muted">${busy ? texts.asking : ''}</p>`,
    html`<button
        type="button"
        class="primary"
        @pointerdown=${gestures.pressAccess}
        @keydown=${gestures.pressAccess}
        @click=${gestures.giveAccess}
      >
        ${give}
      </button>
      ${button(guarding.cancel, gestures.close, 'quiet')}`,
  );
}

export function saved({ model, language, gestures }: Of<'saved'>) {
  const { guarding } = language;
  const { saved: texts } = guarding;
  const { site, saved: done, session, now } = model;
  const at = session?.endsAt;
  const isToday = at !== undefined && at - now < 12 * 3_600_000;
  const ends = session?.weak
    ? isToday
      ? texts.probably
      : texts.probablyOn
    : isToday
      ? texts.ends
      : texts.endsOn;
  const expected = texts.expected[done.how];
  const what = !done.signedIn
    ? texts.signedOut
    : at !== undefined && at > now
      ? filled(ends, aheadOf(language, at, now))
      : expected;
  return page(
    filled(texts.heading, { name: named(site.name) }),
    html`<p>${what}</p>
      ${done.how === 'watch' ? '' : html`<p>${texts.warn}</p>`}
      ${done.keepFresh ? html`<p>${texts.keepFresh}</p>` : ''}`,
    html`${button(texts.close, gestures.close, 'primary')} ${button(texts.change, gestures.change, 'quiet')}`,
  );
}
