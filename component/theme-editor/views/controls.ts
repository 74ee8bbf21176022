import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { toPx, type Color, type Dimension } from '../../../shared/theme/values.ts';
import { colorText, readColor } from '../color-text.ts';
import type { Desk } from '../desk.ts';
import { screenHex } from '../values-json.ts';
import { fill } from '../words.ts';

export interface Control<Value> {
  /** Of the control, in the page and as the thing that is dragged. */
  id: string;
  label: string;
  value: Value;
  disabled?: boolean;
  put(value: Value, of?: string, typed?: { field: string; text: string }): void;
}

/** For a field that takes files: the same file can be chosen again. */
export const chosenFile =
  (take: (file: File) => unknown) =>
  ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) take(chosen);
    input.value = '';
  };

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

export const errorAt = ({ ui }: Desk, field: string): unknown => {
  const refused = ui.refused.get(field);
  return refused ? html`<p class="error" id="${field}-error">${refused.why}</p>` : nothing;
};

const typedAt = ({ ui }: Desk, field: string, text: string): string => ui.refused.get(field)?.text ?? text;

/** A picker, the colour as text in any space, and how much of it lets through where that is allowed. */
export function colorControl(
  desk: Desk,
  { id, label, value, disabled = false, put, translucent }: Control<Color> & { translucent: boolean },
): unknown {
  const { words, settle } = desk;
  const field = `${id}-code`;
  const isRefused = desk.ui.refused.has(field);
  const picked = (event: Event) => {
    const { components } = readColor(valueOf(event))!;
    put({ colorSpace: 'srgb', components, alpha: value.alpha }, id);
  };
  const typed = (event: Event) => {
    const text = valueOf(event);
    const color = readColor(text);
    if (color) put(color, field, { field, text });
    else desk.refuse(field, text, words.badColour);
  };
  return html`<div class="colour">
    <input
      id=${id}
      type="color"
      aria-label=${label}
      ?disabled=${disabled}
      .value=${live(screenHex(value))}
      @input=${picked}
      @change=${settle}
    />
    <input
      id=${field}
      class="code"
      dir="ltr"
      spellcheck="false"
      autocomplete="off"
      aria-label=${fill(words.code, { token: label })}
      aria-invalid=${isRefused}
      aria-describedby=${isRefused ? `${field}-error` : nothing}
      ?disabled=${disabled}
      .value=${live(typedAt(desk, field, colorText(value)))}
      @input=${typed}
      @change=${settle}
    />
    ${
      translucent
        ? html`<input
            id="${id}-alpha"
            type="range"
            min="0"
            max="100"
            aria-label=${fill(words.opacity, { token: label })}
            aria-valuetext="${Math.round(value.alpha * 100)} %"
            ?disabled=${disabled}
            .value=${live(String(Math.round(value.alpha * 100)))}
            @input=${(event: Event) => put({ ...value, alpha: Number(valueOf(event)) / 100 }, `${id}-alpha`)}
            @change=${settle}
          />`
        : nothing
    }
    ${errorAt(desk, field)}
  </div>`;
}

/** A slider within the limits, and the exact number in its unit. */
export function dimensionControl(
  desk: Desk,
  {
    id,
    label,
    value,
    disabled = false,
    put,
    least,
    most,
  }: Control<Dimension> & { least: number; most: number },
): unknown {
  const { words, settle } = desk;
  const field = `${id}-exact`;
  const { unit } = value;
  const size = toPx({ value: 1, unit });
  const round = (number: number) => Number(number.toFixed(4));
  const px = toPx(value);
  const isRefused = desk.ui.refused.has(field);
  return html`<div class="dimension">
    <input
      id=${id}
      type="range"
      min=${least}
      max=${most}
      step=${most - least > 10 ? 1 : 0.5}
      aria-label=${label}
      aria-valuetext="${round(px)} px"
      ?disabled=${disabled}
      .value=${live(String(px))}
      @input=${(event: Event) => put({ value: round(Number(valueOf(event)) / size), unit }, id)}
      @change=${settle}
    />
    <input
      id=${field}
      type="number"
      min=${least / size}
      max=${most / size}
      step="any"
      aria-label=${fill(words.exact, { token: label })}
      aria-invalid=${isRefused}
      aria-describedby=${isRefused ? `${field}-error` : nothing}
      ?disabled=${disabled}
      .value=${live(typedAt(desk, field, String(round(value.value))))}
      @input=${(event: Event) => {
        const text = valueOf(event);
        if (text) put({ value: Number(text), unit }, field, { field, text });
        else desk.refuse(field, text, `${least / size}–${most / size} ${unit}`);
      }}
      @change=${settle}
    />
    <select
      aria-label=${fill(words.unit, { token: label })}
      ?disabled=${disabled}
      @change=${(event: Event) => {
        const next = valueOf(event) as Dimension['unit'];
        put({ value: round(px / toPx({ value: 1, unit: next })), unit: next });
      }}
    >
      ${(['px', 'rem'] as const).map((each) => html`<option .selected=${each === unit}>${each}</option>`)}
    </select>
    ${errorAt(desk, field)}
  </div>`;
}

export function numberControl(
  desk: Desk,
  {
    id,
    label,
    value,
    disabled = false,
    put,
    least,
    most,
    step,
  }: Control<number> & {
    least: number;
    most: number;
    step: number;
  },
): unknown {
  return html`<div class="dimension">
    <input
      id=${id}
      type="range"
      min=${least}
      max=${most}
      step=${step}
      aria-label=${label}
      ?disabled=${disabled}
      .value=${live(String(value))}
      @input=${(event: Event) => put(Number(valueOf(event)), id)}
      @change=${desk.settle}
    />
    <output class="number" for=${id}>${value}</output>
  </div>`;
}

/** A field with its words; what is refused stands below it. */
export function textControl(
  desk: Desk,
  {
    id,
    label,
    value,
    put,
    lines = 1,
    hint = '',
    hidden = false,
    placeholder = '',
    lang,
    dir,
  }: Control<string> & {
    lines?: number;
    hint?: string;
    hidden?: boolean;
    placeholder?: string;
    lang?: string;
    dir?: string;
  },
): unknown {
  const isRefused = desk.ui.refused.has(id);
  const described = [hint && `${id}-hint`, isRefused && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const input = (event: Event) => put(valueOf(event), id, { field: id, text: valueOf(event) });
  const shown = live(typedAt(desk, id, value));
  return html`<div class="field">
    <label for=${id} class=${hidden ? 'spoken' : ''}>${label}</label>
    ${
      lines > 1
        ? html`<textarea
            id=${id}
            rows=${lines}
            placeholder=${placeholder}
            aria-invalid=${isRefused}
            aria-describedby=${described}
            .value=${shown}
            @input=${input}
            @change=${desk.settle}
          ></textarea>`
        : html`<input
            id=${id}
            lang=${lang ?? nothing}
            dir=${dir ?? nothing}
            autocomplete="off"
            placeholder=${placeholder}
            aria-invalid=${isRefused}
            aria-describedby=${described}
            .value=${shown}
            @input=${input}
            @change=${desk.settle}
          />`
    }
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${errorAt(desk, id)}
  </div>`;
}

export function choose(
  id: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  take: (value: string) => void,
  hidden = false,
): unknown {
  return html`<div class="field">
    <label for=${id} class=${hidden ? 'spoken' : ''}>${label}</label>
    <select id=${id} @change=${(event: Event) => take(valueOf(event))}>
      ${options.map(([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`)}
    </select>
  </div>`;
}

export const note = ({ ui }: Desk, place: string): unknown => {
  const said = ui.note?.place === place ? ui.note : undefined;
  return html`<p class=${said?.isAlert ? 'note error' : 'note'} role="status">${said?.text ?? nothing}</p>`;
};
