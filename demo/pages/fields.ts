import { html } from 'hono/html';
import type { Choice } from '../fields.ts';
import type { Markup } from './layout.ts';

interface Choosing {
  name: string;
  legend: string;
  choices: readonly Choice[];
}

export const options = (choices: readonly Choice[]): Markup[] =>
  choices.map(([value, label]) => html`<option value="${value}">${label}</option>`);

function choosing(type: 'radio' | 'checkbox', { name, legend, choices }: Choosing): Markup {
  return html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${choices.map(
      ([value, label]) =>
        html`<label class="check">
          <input type="${type}" name="${name}" value="${value}" />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`;
}

export const radios = (input: Choosing): Markup => choosing('radio', input);

export const checkboxes = (input: Choosing): Markup => choosing('checkbox', input);

export interface Editable {
  name: string;
  label: string;
  hint: string;
}

/** A text that is no form field to the browser: it says itself that it may be kept as a draft. */
export function editable({ name, label, hint }: Editable): Markup {
  return html`<div class="wide labelled">
    <span id="${name}-label">${label}</span>
    <div
      class="editable"
      id="${name}"
      data-name="${name}"
      data-session-guard-draft
      contenteditable="true"
      role="textbox"
      aria-multiline="true"
      aria-labelledby="${name}-label"
      aria-describedby="${name}-hint"
    ></div>
    <small class="muted" id="${name}-hint">${hint}</small>
  </div>`;
}

/** At the foot of a form that is saved as a whole. */
export function formActions(label: string): Markup {
  return html`<div class="wide form-actions">
    <button class="button primary" type="submit" id="save">${label}</button>
    <button class="button" type="button" id="discard">Discard</button>
    <p class="save-state" id="save-state" role="status"></p>
  </div>`;
}
