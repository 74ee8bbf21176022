import { html } from 'lit';
import { isSameDay } from '../../pages/texts.ts';
import type { Candidate } from '../candidates.ts';
import type { QuestionModel } from '../model.ts';
import type { Scene } from '../scene.ts';
import { aheadOf } from '../texts.ts';
import { button, code, filled } from './parts.ts';

/** The places that were found, each with the time that it would give. */
export function places(scene: Scene<QuestionModel>) {
  const { model, language, gestures } = scene;
  const { tells } = language.guarding;
  const { strong, weak, unlikely, form, look } = model;
  const isUnlikely = unlikely.some(({ id }) => id === form.candidate);
  return html`<fieldset class="inner stack close">
    <legend class="spoken">${tells.legend}</legend>
    ${strong.map((each) => place(scene, each))}
    ${
      weak.length
        ? html`<h3>${tells.weak}</h3>
            <p class="hint">${tells.weakText}</p>
            ${weak.map((each) => place(scene, each))}`
        : ''
    }
    ${
      unlikely.length
        ? html`<details ?open=${isUnlikely}>
            <summary>${filled(tells.unlikely, { count: unlikely.length })}</summary>
            <div class="stack close">${unlikely.map((each) => place(scene, each))}</div>
          </details>`
        : ''
    }
    ${look === 'looking' ? '' : html`<div class="actions">${button(tells.again, gestures.lookAgain, 'quiet')}</div>`}
  </fieldset>`;
}

function place({ model, language, gestures }: Scene<QuestionModel>, candidate: Candidate) {
  const { guarding } = language;
  const { id, label, why, several } = candidate;
  const more = [
    guarding.why[why],
    label.host && filled(guarding.ofHost, { host: code(label.host) }),
    several && guarding.several,
  ].filter(Boolean);
  return html`<label class="choice">
    <input
      type="radio"
      name="place"
      .checked=${model.form.candidate === id}
      @change=${() => gestures.fill({ how: 'tells', candidate: id })}
    />
    <span>
      <span class="line">${filled(guarding.label[label.what], { name: code(label.name) })}</span>
      <strong class="line number">${timeOf(candidate, model.now, language)}</strong>
      <span class="line hint">${more.map((each) => html`<span>${each}</span> `)}</span>
    </span>
  </label>`;
}

function timeOf({ endsAt }: Candidate, now: number, language: Scene['language']) {
  const { guarding, tag } = language;
  if (endsAt === undefined) return guarding.afterLook;
  return filled(isSameDay(tag, endsAt, now) ? guarding.in : guarding.inDays, aheadOf(language, endsAt, now));
}
