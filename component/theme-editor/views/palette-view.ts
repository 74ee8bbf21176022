import { html, nothing } from 'lit/html.js';
import type { Color, Dimension, Shadow, Values } from '../../../shared/theme/values.ts';
import type { Desk } from '../desk.ts';
import { addColor, setValue } from '../edits.ts';
import { valueAt } from '../file.ts';
import type { PaletteToken } from '../palette.ts';
import { fill } from '../words.ts';
import { colorControl, dimensionControl, errorAt, numberControl, type Control } from './controls.ts';
import { fontControl } from './font-control.ts';
import { shadowControl } from './shadow-control.ts';

export function paletteView(desk: Desk): unknown {
  const { words, palette, ui, set, file } = desk;
  const add = (event: Event) => {
    event.preventDefault();
    const name = ui.newColour.trim();
    if (!/^[\w-]{1,40}$/.test(name) || valueAt(file, ['palette', name]) !== undefined)
      return desk.refuse('new-colour', ui.newColour, words.badName);
    desk.change(addColor(file, name, { colorSpace: 'srgb', components: [0.5, 0.5, 0.5], alpha: 1 }));
    set({ newColour: '' });
  };
  return html`<p class="hint">${words.paletteText}</p>
    ${palette.length ? palette.map((token) => paletteToken(desk, token)) : html`<p class="muted">${words.paletteNone}</p>`}
    <form class="line" @submit=${add}>
      <div class="field">
        <label for="new-colour">${words.colourName}</label>
        <input
          id="new-colour"
          dir="ltr"
          autocomplete="off"
          aria-invalid=${ui.refused.has('new-colour')}
          .value=${ui.newColour}
          @input=${(event: Event) => set({ newColour: (event.target as HTMLInputElement).value })}
        />
        ${errorAt(desk, 'new-colour')}
      </div>
      <button>${words.addColour}</button>
    </form>`;
}

export const paletteId = (path: readonly string[]): string => `p-${path.join('-').replace(/[^\w-]/g, '_')}`;

function paletteToken(desk: Desk, { key, path, type, value, alias, usedBy }: PaletteToken): unknown {
  const { words, tag } = desk;
  const common = <Value>(given: unknown): Control<Value> => ({
    id: paletteId(path),
    label: key,
    value: given as Value,
    disabled: alias !== undefined,
    put: (next, of, typed) =>
      desk.change(setValue(desk.file, path, type, next as Values[typeof type]), of, typed),
  });
  const control = () => {
    switch (type) {
      case 'color':
        return colorControl(desk, { ...common<Color>(value), translucent: (value as Color).alpha < 1 });
      case 'dimension':
        return dimensionControl(desk, { ...common<Dimension>(value), least: 0, most: 96 });
      case 'fontFamily':
        return fontControl(desk, common<readonly string[]>(value));
      case 'shadow':
        return shadowControl(desk, common<readonly Shadow[]>(value));
      default:
        return numberControl(desk, { ...common<number>(value), least: 0, most: 1000, step: 1 });
    }
  };
  const names = new Intl.ListFormat(tag).format(usedBy);
  return html`<div class="token" role="group" aria-label=${key}>
    <h3 dir="ltr">${key}</h3>
    ${control()}
    <p class="hint">
      ${alias === undefined ? nothing : `${fill(words.isAlias, { name: alias })} · `}${
        usedBy.length ? fill(words.usedBy, { names }) : words.notUsed
      }
    </p>
  </div>`;
}
