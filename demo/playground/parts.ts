import { html, type TemplateResult } from 'lit/html.js';

export type Drawn = TemplateResult | string;

/** A few exclusive choices, all in view; native radio buttons, so that keys and speech are the browser's. */
export const segments = (
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<fieldset class="segments">
    <legend>${label}</legend>
    <div>
      ${Object.entries(options).map(
        ([value, text]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              @change=${() => choose(value)}
            /><span>${text}</span></label
          >`,
      )}
    </div>
  </fieldset>`;

export const choice = (
  label: string,
  options: Readonly<Record<string, string>>,
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<label class="field"
    ><span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${Object.entries(options).map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;

export const toggle = (label: string, on: boolean, change: (on: boolean) => void): TemplateResult =>
  html`<label class="switch"
    ><input
      type="checkbox"
      role="switch"
      .checked=${on}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;

export const button = (label: string, press: () => void, disabled = false, kind = ''): TemplateResult =>
  html`<button type="button" class="button ${kind}" ?disabled=${disabled} @click=${press}>${label}</button>`;

/** Docs as they are written: what stands between backticks is code. */
export const withCode = (text: string): Drawn[] =>
  text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));
