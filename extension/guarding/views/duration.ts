import { html } from 'lit';
import { readDuration } from '../../../shared/duration.ts';
import { lengthText } from '../../pages/texts.ts';
import { readTyped, units, type FormUnit, type Typed } from '../form.ts';
import type { QuestionModel } from '../model.ts';
import type { Scene } from '../scene.ts';

const common = { away: ['15m', '30m', '1h', '8h'], fixed: ['1h', '8h', '12h', '7d'] };

/** A number, its unit, and durations that are common. */
export function durationField({ model, language, gestures }: Scene<QuestionModel>, how: 'away' | 'fixed') {
  const { guarding, tag } = language;
  const texts = guarding[how];
  const typed: Typed = model.form[how];
  const isWrong = model.incomplete && readTyped(typed) === undefined;
  const fill = (change: Partial<Typed>) => gestures.fill({ how, [how]: { ...typed, ...change } });
  return html`<fieldset class="inner stack close">
    <legend>${texts.legend}</legend>
    <div class="duration">
      <input
        id="${how}-count"
        aria-label=${guarding.count}
        inputmode="numeric"
        autocomplete="off"
        .value=${typed.count}
        aria-invalid=${isWrong ? 'true' : 'false'}
        aria-describedby=${isWrong ? `${how}-error` : ''}
        @input=${({ target }: Event) => fill({ count: (target as HTMLInputElement).value })}
      />
      <select
        aria-label=${guarding.unit}
        @change=${({ target }: Event) => fill({ unit: (target as HTMLSelectElement).value as FormUnit })}
      >
        ${units.map(
          (unit) =>
            html`<option value=${unit} .selected=${typed.unit === unit}>${guarding.units[unit]}</option>`,
        )}
      </select>
    </div>
    ${isWrong ? html`<p class="error" id="${how}-error" role="alert">${guarding.badDuration}</p>` : ''}
    <div class="actions">${common[how].map((preset) => presetButton(preset, typed, fill, tag))}</div>
  </fieldset>`;
}

function presetButton(preset: string, typed: Typed, fill: (typed: Typed) => void, tag: string) {
  const read = readDuration(preset);
  const [, count = '', unit = 'm'] = /^(\d+)([mhd])$/.exec(preset) ?? [];
  const isSet = typed.count === count && typed.unit === unit;
  return html`<button
    type="button"
    class="small-button"
    aria-pressed=${isSet ? 'true' : 'false'}
    @click=${() => fill({ count, unit: unit as FormUnit })}
  >
    ${lengthText(tag, 'ms' in read ? read.ms : 0, 'long')}
  </button>`;
}
