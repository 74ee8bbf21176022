import { html } from 'lit';
import { directionOf } from '../../../shared/languages.ts';
import { languages } from '../../pages/locale-files.ts';
import { fill } from '../../pages/texts.ts';
import { lockedBy } from '../../policy/in-force.ts';
import type { Lock } from '../../policy/locks.ts';
import type { Preferences } from '../../stored.ts';
import type { Scene } from '../scene.ts';
import { themeNames } from '../themes/names.ts';
import { languageName } from '../language-name.ts';
import { decidable } from './decided.ts';
import { field, heading, noteAt } from './parts.ts';

export function preferencesView(scene: Scene): unknown {
  const { live, preferences, words, ofBrowser, hands, act } = scene;
  const { preferences: said } = words.options;
  const save = (place: string, change: Partial<Preferences>) =>
    act(place, hands.send({ do: 'set-preferences', preferences: { ...preferences, ...change } }), said.saved);
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  const held = (what: Lock, content: unknown) =>
    decidable(lockedBy(live.policy, what), `${what}-decided`, scene, content);
  return html`${heading(said.heading)}
  ${held(
    'notifications',
    html`<section class="stack close">
      <label class="switch">
        <span><strong>${said.notifications}</strong></span>
        <input
          type="checkbox"
          role="switch"
          aria-describedby="notifications-hint"
          .checked=${preferences.notifications}
          @change=${(event: Event) =>
            save('notifications', { notifications: (event.target as HTMLInputElement).checked })}
        />
      </label>
      <p class="hint" id="notifications-hint">${said.notificationsHint}</p>
      ${noteAt('notifications', scene)}
    </section>`,
  )}
  ${held(
    'newSites',
    html`<fieldset class="stack close">
      <legend>${said.newSites}</legend>
      ${(['guard', 'badge'] as const).map(
        (prompt) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="prompt"
              .checked=${preferences.newSites.prompt === prompt}
              @change=${() => save('prompt', { newSites: { prompt } })}
            /><span>${said.prompts[prompt]}</span></label
          >`,
      )}
      ${noteAt('prompt', scene)}
    </fieldset>`,
  )}
  ${held(
    'language',
    html`<div>
      ${field(
        'language',
        said.language,
        () =>
          html`<select
            id="language"
            @change=${(event: Event) => save('language', { language: chosen(event) })}
          >
            <option value="" .selected=${preferences.language === ''}>
              ${fill(said.ofBrowser, { language: languageName(words.tag, ofBrowser) })}
            </option>
            ${byName(languages).map(
              (code) =>
                html`<option
                  value=${code}
                  lang=${code}
                  dir=${directionOf(code)}
                  .selected=${preferences.language === code}
                >
                  ${languageName(code, code)}
                </option>`,
            )}
          </select>`,
      )}
      ${noteAt('language', scene)}
    </div>`,
  )}
  ${held(
    'theme',
    html`<div>
      ${field(
        'theme',
        said.theme,
        () =>
          html`<select id="theme" @change=${(event: Event) => save('theme', { theme: chosen(event) })}>
            ${Object.entries(themeNames(scene, preferences.theme, said.themes.default)).map(
              ([theme, name]) =>
                html`<option value=${theme} .selected=${preferences.theme === theme}>${name}</option>`,
            )}
          </select>`,
      )}
      ${noteAt('theme', scene)}
    </div>`,
  )}`;
}

/** As they call themselves. */
const byName = (tags: readonly string[]): string[] =>
  [...tags].sort((one, other) => languageName(one, one).localeCompare(languageName(other, other)));
