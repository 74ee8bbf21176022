import { html, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../../shared/problem.ts';
import { choice, toggle, withCode } from './parts.ts';
import { grouped, type Setting } from './settings.ts';

/** `undefined` takes the attribute away. */
export type SetAttribute = (name: string, value: string | undefined) => void;

/** Typing sets what has been typed once there is a pause: half a word is no value. */
const pause = 500;
let typing: number | undefined;

function written(set: SetAttribute, name: string, event: Event): void {
  const { value } = event.target as HTMLInputElement;
  clearTimeout(typing);
  const take = () => set(name, value.trim() === '' ? undefined : value.trim());
  if (event.type === 'change') take();
  else typing = window.setTimeout(take, pause);
}

function control({ name, kind, options, byDefault }: Setting, value: string | undefined, set: SetAttribute) {
  if (kind === 'flag') return toggle(name, value !== undefined, (on) => set(name, on ? '' : undefined));
  if (kind === 'choice') {
    const known = Object.fromEntries(options.map((option) => [option, option]));
    return choice(name, { '': `${byDefault ?? 'not set'} (default)`, ...known }, value ?? '', (chosen) =>
      set(name, chosen || undefined),
    );
  }
  return html`<label class="field"
    ><span>${name}</span
    ><input
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      inputmode=${kind === 'number' ? 'decimal' : 'text'}
      aria-describedby="about-${name}"
      placeholder=${byDefault ?? ''}
      .value=${value ?? ''}
      @input=${(event: Event) => written(set, name, event)}
      @change=${(event: Event) => written(set, name, event)}
  /></label>`;
}

/** An empty field shows the default itself. */
const isHidden = ({ name, kind, byDefault }: Setting, attributes: Record<string, string>) =>
  byDefault !== undefined && kind !== 'choice' && name in attributes;

const problemLine = ({ code, found, expected }: Problem) =>
  html`<p class="problem">
    <b>${code}</b>${found ? `: found ${found}` : ''}${expected ? `, expected ${expected}` : ''}
  </p>`;

/** Every attribute, as the element's own docs have it, and what the element says to its value. */
export const attributeList = (
  settings: readonly Setting[],
  attributes: Record<string, string>,
  problems: Record<string, Problem>,
  set: SetAttribute,
): TemplateResult =>
  html`<p class="intro">Every attribute of the element. What it refuses it says here, and in the console.</p>
    ${grouped(settings).map(
      (group) =>
        html`<section class="act">
          <h2>${group.title}</h2>
          ${group.settings.map(
            (setting) =>
              html`<div
                class="setting"
                data-attribute=${setting.name}
                ?data-set=${setting.name in attributes}
              >
                ${control(setting, attributes[setting.name], set)}
                <p class="hint" id="about-${setting.name}">
                  ${withCode(setting.about)}
                  ${isHidden(setting, attributes) ? html`<span>Default: ${setting.byDefault}.</span>` : ''}
                </p>
                <div role="status">${problems[setting.name] ? problemLine(problems[setting.name]!) : ''}</div>
              </div>`,
          )}
        </section>`,
    )}`;
