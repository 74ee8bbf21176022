import { html } from 'lit/html.js';
import { shadowLimits, type Color, type Dimension, type Shadow } from '../../../shared/theme/values.ts';
import type { Desk } from '../desk.ts';
import { fill } from '../words.ts';
import { choose, colorControl, dimensionControl, type Control } from './controls.ts';

const px = (value: number): Dimension => ({ value, unit: 'px' });
const black = (alpha: number): Color => ({ colorSpace: 'srgb', components: [0, 0, 0], alpha });

const shadow = (color: Color, y: number, blur: number, spread = 0, x = 0): Shadow => ({
  color,
  offsetX: px(x),
  offsetY: px(y),
  blur: px(blur),
  spread: px(spread),
  inset: false,
});

const presets: Record<string, readonly Shadow[]> = {
  none: [shadow(black(0), 0, 0)],
  soft: [shadow(black(0.16), 2, 8)],
  lifted: [shadow(black(0.12), 1, 3), shadow(black(0.2), 8, 24)],
  floating: [shadow(black(0.3), 16, 48)],
  hard: [shadow(black(1), 6, 0, 0, 6)],
};

const lengths = ['offsetX', 'offsetY', 'blur', 'spread'] as const;

/** One of a few that are known, then each of its numbers. */
export function shadowControl(
  desk: Desk,
  { id, label, value, disabled = false, put }: Control<readonly Shadow[]>,
): unknown {
  const { words } = desk;
  const known = Object.entries(presets).find(([, each]) => JSON.stringify(each) === JSON.stringify(value));
  const options = [...Object.keys(presets), 'own'].map(
    (name) => [name, words.shadows[name as keyof typeof words.shadows]] as const,
  );
  return html`<fieldset ?disabled=${disabled}>
    ${choose(
      `${id}-preset`,
      fill(words.shadow.preset, { token: label }),
      options,
      known?.[0] ?? 'own',
      (name) => presets[name] && put(presets[name]),
      true,
    )}
    ${value.map((each, at) => {
      const change = (part: Partial<Shadow>, of?: string, typed?: { field: string; text: string }) =>
        put(value.with(at, { ...each, ...part }), of, typed);
      const named = (name: keyof typeof words.shadow) => fill(words.shadow[name], { number: at + 1 });
      return html`<div class="shadow">
        <p class="small muted" aria-hidden="true">${named('color')}</p>
        ${colorControl(desk, {
          id: `${id}-${at}-color`,
          label: `${label}: ${named('color')}`,
          value: each.color,
          translucent: true,
          put: (color, of, typed) => change({ color }, of, typed),
        })}
        ${lengths.map(
          (name) =>
            html`<p class="small muted" aria-hidden="true">${named(name)}</p>
              ${dimensionControl(desk, {
                id: `${id}-${at}-${name}`,
                label: `${label}: ${named(name)}`,
                value: each[name],
                ...shadowLimits[name],
                put: (length, of, typed) => change({ [name]: length }, of, typed),
              })}`,
        )}
      </div>`;
    })}
  </fieldset>`;
}
