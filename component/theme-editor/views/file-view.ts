import { html, nothing } from 'lit/html.js';
import { cssOf } from '../../../shared/theme/theme-css.ts';
import type { Desk } from '../desk.ts';
import { resetAll } from '../edits.ts';
import { fileText } from '../file.ts';
import { fill } from '../words.ts';
import { chosenFile, note } from './controls.ts';

/** What is done with the whole file. */
export function fileView(desk: Desk): unknown {
  const { words, file, theme, canUndo, canRedo, undo, redo, save, copy, change } = desk;
  return html`<div class="bar" role="toolbar" aria-label=${words.label}>
      <button aria-disabled=${!canUndo} aria-keyshortcuts="Control+Z Meta+Z" @click=${undo}>
        ${words.undo}
      </button>
      <button aria-disabled=${!canRedo} aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z" @click=${redo}>
        ${words.redo}
      </button>
      <span class="file"
        ><input
          id="import"
          class="spoken"
          type="file"
          accept="application/json,.json"
          @change=${chosenFile((file) => file.text().then(desk.take))}
        /><label for="import" class="button">${words.import}</label></span
      >
      <button @click=${save}>${words.export}</button>
      <button @click=${() => copy('file', cssOf(theme))}>${words.copyCss}</button>
      <button @click=${() => copy('file', fileText(file))}>${words.copyJson}</button>
      <button class="quiet" @click=${() => change(resetAll(file))}>${words.reset}</button>
    </div>
    ${note(desk, 'file')} ${problemsView(desk)}`;
}

export function problemsView({ ui: { problems }, words }: Desk): unknown {
  if (!problems.length) return nothing;
  return html`<div class="notice" role="alert">
    <p><strong>${words.refused}</strong></p>
    <ul class="problems">
      ${problems.map(
        ({ code, field, found, expected }) =>
          html`<li>
            <code dir="ltr">${field ?? code}</code>
            ${expected ? fill(words.expected, { expected }) : code}${
              found ? html`; ${fill(words.found, { found })}` : nothing
            }
          </li>`,
      )}
    </ul>
  </div>`;
}
