import { html, type TemplateResult } from 'lit/html.js';
import { choice, segments } from './parts.ts';
import type { Choices } from './site/choices.ts';
import { directions, schemes, widths, type State } from './state.ts';

const nameOf = (tag: string): string => {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
};

const isOn = (query: string) => (matchMedia(query).matches ? 'on' : 'off');

/** How it looks, in which language, and how much room it has. */
export function lookPanel(
  state: State,
  { themes, languages }: Choices,
  problems: readonly string[],
  set: (part: Partial<State>) => void,
  edit: () => void,
): TemplateResult {
  const gallery = Object.fromEntries(themes.map(({ id, name }) => [id, name]));
  const own: Record<string, string> = state.themeFile ? { own: 'Your own file' } : {};
  const take = (text: string) =>
    set(text.trim() ? { theme: 'own', themeFile: text } : { theme: '', themeFile: '' });
  const takeFile = async (file: File | undefined) => file && take(await file.text());

  return html`
    <section class="act">
      <h2>Theme</h2>
      ${choice('Theme', { '': 'As it comes', ...gallery, ...own }, state.theme, (theme) => set({ theme }))}
      <div class="buttons">
        <button type="button" class="button edit-theme" @click=${edit}>Edit it</button>
      </div>
      <div
        class="drop"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          void takeFile(event.dataTransfer?.files[0]);
        }}
      >
        <label class="field"
          ><span>A theme file of your own</span>
          <textarea
            rows="4"
            spellcheck="false"
            placeholder="Drop a file here, or paste its JSON"
            .value=${state.themeFile}
            @change=${(event: Event) => take((event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <label class="file"
          ><span class="visually-hidden">Choose a theme file</span>
          <input
            type="file"
            accept=".json,application/json"
            @change=${(event: Event) => void takeFile((event.target as HTMLInputElement).files?.[0])}
        /></label>
      </div>
      <div role="status">${problems.map((line) => html`<p class="problem">${line}</p>`)}</div>
    </section>
    <section class="act">
      <h2>Page</h2>
      ${segments('scheme', 'Colours', schemes, state.scheme, (scheme) => set({ scheme } as Partial<State>))}
      ${segments('width', 'Width', widths, state.width, (width) => set({ width } as Partial<State>))}
    </section>
    <section class="act">
      <h2>Language</h2>
      <div class="pair">
        ${choice(
          'Language',
          Object.fromEntries(languages.map(({ tag }) => [tag, nameOf(tag)])),
          state.lang,
          (lang) => set({ lang }),
        )}
        ${choice('Direction', directions, state.direction, (direction) =>
          set({ direction } as Partial<State>),
        )}
      </div>
    </section>
    <section class="act">
      <h2>Of your system</h2>
      <dl class="system-facts">
        <div>
          <dt>Reduced motion</dt>
          <dd>${isOn('(prefers-reduced-motion: reduce)')}</dd>
        </div>
        <div>
          <dt>Forced colours</dt>
          <dd>${isOn('(forced-colors: active)')}</dd>
        </div>
        <div>
          <dt>More contrast</dt>
          <dd>${isOn('(prefers-contrast: more)')}</dd>
        </div>
      </dl>
      <p class="hint">
        A page cannot set these. Developer tools can: <i>Rendering</i> in Chromium, <i>Accessibility</i> and
        <code>about:config</code> in Firefox.
      </p>
    </section>
  `;
}
