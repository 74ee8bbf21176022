import { html, nothing } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import { fill } from '../../pages/texts.ts';
import type { Language } from '../../pages/language.ts';
import type { Scene } from '../scene.ts';

/** A problem as a sentence. */
export function problemText(
  { code, expected = '', found }: Problem,
  { options, texts, prompt, policy }: Language,
): string {
  if (code === 'decided') return policy.decided;
  const known: Record<string, string> = { ...options.problem, ...texts.problems };
  const sentence = known[code] ?? fill(texts.problems.other, { code });
  const text = fill(sentence, { expected });
  return !found || code === 'id-changed'
    ? text
    : text + prompt.between + fill(options.problem.found, { found });
}

/** Beside what was used last: how it went. The live region is there before, and empty. */
export function noteAt(place: string, { ui: { note }, words }: Scene): unknown {
  const { outcome, done } = note?.place === place ? note : {};
  const text = outcome?.ok === false ? problemText(outcome.problem, words) : outcome ? done : undefined;
  // White space would count as content.
  return html`<p class=${outcome?.ok === false ? 'note alert' : 'note'} role="status">${text ?? nothing}</p>`;
}

export const isBusy = (place: string, { ui: { note } }: Scene): boolean =>
  note?.place === place && note.outcome === undefined;

export const heading = (text: string): unknown => html`<h1 tabindex="-1">${text}</h1>`;

export const back = (hash: string, text: string): unknown =>
  html`<p class="back">
    <a href=${hash}><span aria-hidden="true" class="arrow"></span>${text}</a>
  </p>`;

/** A field with its words; `draw` gets what ties them together. */
export function field(
  id: string,
  label: string,
  control: (described: string | typeof nothing, invalid: boolean) => unknown,
  { hint = '', errors = [] as readonly string[] } = {},
): unknown {
  const described = [hint && `${id}-hint`, errors.length && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control(described || nothing, errors.length > 0)}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${
      errors.length
        ? html`<div class="error" id="${id}-error">${errors.map((each) => html`<p>${each}</p>`)}</div>`
        : nothing
    }
  </div>`;
}

/** Unfolds by itself where something in it is wrong. */
export const fold = (
  { ui, toggle }: Scene,
  name: string,
  summary: unknown,
  content: () => unknown,
  mustOpen = false,
): unknown => {
  const open = mustOpen || ui.open.has(name);
  return html`<details
    .open=${open}
    @toggle=${(event: Event) => toggle(name, (event.target as HTMLDetailsElement).open)}
  >
    <summary>${summary}</summary>
    ${open ? html`<div class="inside stack">${content()}</div>` : nothing}
  </details>`;
};
