import { html } from 'lit';
import { counted, lengthText, momentText } from '../../pages/texts.ts';
import type { QuestionModel } from '../model.ts';
import type { Proposal } from '../proposals.ts';
import type { Scene } from '../scene.ts';
import { button, code, filled } from './parts.ts';

/** What watching has brought: a question, suggestions, and that the stated end is not kept. */
export function watching(scene: Scene<QuestionModel>) {
  const { model, language } = scene;
  const { early, proposals, done } = model;
  const { guarding, tag } = language;
  const brought = done && html`<p class="notice">${guarding.done[done]}</p>`;
  return html`${
      early
        ? html`<p class="notice alert">
            ${filled(guarding.early, { count: early.times, time: lengthText(tag, early.least, 'long') })}
          </p>`
        : ''
    }
    <div role="status">${brought ?? ''}</div>
    ${model.askedSince !== undefined ? asked(scene, model.askedSince) : ''}
    ${
      proposals.length
        ? html`<h2>${proposals.length > 1 ? guarding.proposal.several : guarding.proposal.heading}</h2>
            ${proposals.map((each) => proposal(scene, each))}`
        : ''
    }
    ${model.watch ? notes(scene, model.watch) : ''}`;
}

function asked({ model, language, gestures }: Scene<QuestionModel>, since: number) {
  const { watching: texts } = language.guarding;
  return html`<section class="card stack close">
    <h2>${texts.asked}</h2>
    <p>${filled(texts.askedText, { time: momentText(language.tag, since, model.now) })}</p>
    <div class="actions">
      ${button(texts.yes, () => gestures.wasSignedOut(true), 'primary')}
      ${button(texts.no, () => gestures.wasSignedOut(false))}
    </div>
  </section>`;
}

function notes(
  { model, language, gestures }: Scene<QuestionModel>,
  { since, ends }: { since: number; ends: number },
) {
  const { watching: texts } = language.guarding;
  return html`<div class="notice stack close">
    <p>
      ${filled(texts.since, { time: momentText(language.tag, since, model.now) })}
      ${counted(language.tag, texts.ends, ends)}
    </p>
    ${
      model.askedSince === undefined
        ? html`<div class="actions">${button(texts.now, () => gestures.wasSignedOut(true))}</div>`
        : ''
    }
  </div>`;
}

function proposal({ model, language, gestures }: Scene<QuestionModel>, suggested: Proposal) {
  const { guarding, tag } = language;
  const { proposal: texts } = guarding;
  const { kind, said } = suggested;
  const values = {
    time: said.ms === undefined ? '' : lengthText(tag, said.ms, 'long'),
    name: code(said.name ?? ''),
    status: said.status ?? '',
  };
  const each = kind === 'idle' ? texts.idleEnd : kind === 'fixed' ? texts.fixedEnd : texts.end;
  return html`<section class="card stack close">
    <p>${filled(texts[kind], values)}</p>
    ${said.either ? html`<p class="hint">${texts.either}</p>` : ''}
    <details>
      <summary>${texts.based}</summary>
      <ul>
        ${said.ends.map(
          (at, place) =>
            html`<li>
              ${filled(each, {
                when: momentText(tag, at, model.now),
                time: lengthText(tag, said.measured?.[place] ?? 0, 'long'),
              })}
            </li>`,
        )}
      </ul>
    </details>
    <div class="actions">
      ${button(texts.accept, () => gestures.accept(suggested), 'primary')}
      ${button(texts.decline, () => gestures.decline(suggested))}
    </div>
  </section>`;
}
