import { html } from 'lit';
import { fill } from '../../pages/texts.ts';
import type { Preferences } from '../../stored.ts';
import type { Scene } from '../scene.ts';
import { languageName, languages, optionsLanguage } from '../texts.ts';
import { field, heading, noteAt } from './parts.ts';

/** The place to add one: its name in the texts. */
const themes = ['default'] as const;

export function preferencesView(scene: Scene): unknown {
  const { preferences, words, hands, act } = scene;
  const { preferences: said } = words.options;
  const save = (place: string, change: Partial<Preferences>) =>
    act(place, hands.send({ do: 'set-preferences', preferences: { ...preferences, ...change } }), said.saved);
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  const ofBrowser = optionsLanguage('', navigator.language).tag;
  return html`${heading(said.heading)}
    <section class="stack close">
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
    </section>
    <fieldset class="stack close">
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
    </fieldset>
    <div>
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
            ${languages.map(
              (code) =>
                html`<option value=${code} lang=${code} .selected=${preferences.language === code}>
                  ${languageName(code, code)}
                </option>`,
            )}
          </select>`,
      )}
      ${noteAt('language', scene)}
    </div>
    <div>
      ${field(
        'theme',
        said.theme,
        () =>
          html`<select id="theme" @change=${(event: Event) => save('theme', { theme: chosen(event) })}>
            ${themes.map(
              (theme) =>
                html`<option value=${theme} .selected=${preferences.theme === theme}>
                  ${said.themes[theme]}
                </option>`,
            )}
          </select>`,
      )}
      ${noteAt('theme', scene)}
    </div>`;
}
