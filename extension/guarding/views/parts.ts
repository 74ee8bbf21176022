import { html } from 'lit';

/** A text with values that stay whole, whichever way they are written: names, hosts, times. */
export function filled(text: string, values: Record<string, unknown>): unknown {
  const parts = text.split(/\{(\w+)\}/);
  const made = parts.map((part, at) => (at % 2 && Object.hasOwn(values, part) ? values[part] : part));
  return made.every((part) => Object(part) !== part) ? made.join('') : made;
}

/** Names from pages are untrusted, and have a direction of their own. */
export const named = (name: string): unknown => html`<bdi>${name}</bdi>`;
export const code = (name: string): unknown => html`<code dir="ltr">${name}</code>`;

export const button = (
  text: string,
  press: () => void,
  how: 'primary' | 'plain' | 'quiet' = 'plain',
  off = false,
) =>
  html`<button
    type="button"
    class=${how}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${() => {
      if (!off) press();
    }}
  >
    ${text}
  </button>`;

export const notice = (content: unknown, actions: unknown = '', how = '') =>
  html`<div class="notice stack close ${how}">
    <p>${content}</p>
    ${actions ? html`<div class="actions">${actions}</div>` : ''}
  </div>`;
