import { html } from 'lit/html.js';
import { most } from '../../../shared/theme/values.ts';
import type { Desk } from '../desk.ts';
import { fill } from '../words.ts';
import { choose, textControl, type Control } from './controls.ts';

const stacks = {
  system: ['system-ui', 'sans-serif'],
  sans: ['Helvetica Neue', 'Arial', 'sans-serif'],
  serif: ['Georgia', 'Times New Roman', 'serif'],
  rounded: ['ui-rounded', 'Nunito', 'Varela Round', 'sans-serif'],
  mono: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
};

/** From a list, or by name. */
export function fontControl(
  desk: Desk,
  { id, label, value, disabled = false, put }: Control<readonly string[]>,
): unknown {
  const { words } = desk;
  const text = value.join(', ');
  const known = Object.entries(stacks).find(([, names]) => names.join(', ') === text)?.[0] ?? 'own';
  const options = [...Object.keys(stacks), 'own'].map(
    (name) => [name, words.fonts[name as keyof typeof words.fonts]] as const,
  );
  return html`<div class="font">
    <fieldset ?disabled=${disabled}>
      ${choose(
        `${id}-list`,
        label,
        options,
        known,
        (name) => name !== 'own' && put(stacks[name as keyof typeof stacks]),
        true,
      )}
      ${textControl(desk, {
        id,
        label: fill(words.fontNames, { token: label }),
        hidden: true,
        value: text,
        hint: words.fontHint,
        dir: 'ltr',
        put(typed, of) {
          const names = typed.split(',').map((each) => each.trim().replace(/^(["'])(.*)\1$/, '$2'));
          if (names.every(Boolean) && names.length <= most.fonts) put(names, of, { field: id, text: typed });
          else desk.refuse(id, typed, words.fontHint);
        },
      })}
    </fieldset>
  </div>`;
}
