import { html } from 'lit/html.js';
import { schemes } from '../../../shared/theme/theme.ts';
import type { Desk } from '../desk.ts';
import { phaseNames, type PhaseName } from '../phases.ts';
import { fill, languageName } from '../words.ts';
import { choose } from './controls.ts';

/** What of the prompt is pictured, and how; the pictures themselves are drawn behind it. */
export function previewView(desk: Desk): unknown {
  const { words, tag, ui, set, languages } = desk;
  const shown = ui.shown === 'both' ? schemes : [ui.shown];
  const byName = [...languages].sort((one, other) =>
    languageName(tag, one).localeCompare(languageName(tag, other), tag),
  );
  return html`<section class="preview" aria-labelledby="preview">
    <h2 id="preview" class="spoken">${words.preview}</h2>
    <div class="looks">
      ${choose(
        'phase',
        words.phase,
        phaseNames.map((name) => [name, words.phases[name]] as const),
        ui.phase,
        (phase) => set({ phase: phase as PhaseName }),
      )}
      ${choose(
        'scheme',
        words.schemes,
        (['light', 'dark', 'both'] as const).map((each) => [each, words.scheme[each]] as const),
        ui.shown,
        (each) => set({ shown: each as typeof ui.shown }),
      )}
      ${choose(
        'language',
        words.language,
        byName.map((each) => [each, languageName(tag, each)] as const),
        ui.language,
        (language) => set({ language }),
      )}
      ${check('right-to-left', words.rightToLeft, ui.rightToLeft, (rightToLeft) => set({ rightToLeft }))}
      ${check('narrow', words.narrow, ui.narrow, (narrow) => set({ narrow }))}
    </div>
    <div class="pictures" data-count=${shown.length}>
      ${shown.map(
        (scheme) =>
          html`<div
            class="frame"
            role="img"
            aria-label=${fill(words.previewOf, { phase: words.phases[ui.phase], scheme: words.scheme[scheme] })}
          >
            <iframe
              data-scheme=${scheme}
              title=${words.preview}
              tabindex="-1"
              aria-hidden="true"
              inert
            ></iframe>
          </div>`,
      )}
    </div>
  </section>`;
}

const check = (id: string, label: string, value: boolean, take: (value: boolean) => void): unknown =>
  html`<label class="check" for=${id}>
    <input
      id=${id}
      type="checkbox"
      .checked=${value}
      @change=${(event: Event) => take((event.target as HTMLInputElement).checked)}
    />
    ${label}
  </label>`;
