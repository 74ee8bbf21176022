import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ThemeEdited } from '../../../component/theme-editor/theme-editor.ts';
import { lockedBy } from '../../policy/in-force.ts';
import type { Scene } from '../scene.ts';
import { back, heading, isBusy, noteAt } from '../views/parts.ts';
import { decidedNote } from '../views/decided.ts';
import { themeWords } from './words.ts';

/** One theme of the person's own, in the editor. */
export function themeEditView(scene: Scene, id: string): unknown {
  const { words, themes, act, live } = scene;
  const said = themeWords(words);
  const entry = themes.entries().find((each) => each.id === id && each.kind === 'own');
  if (!entry)
    return html`${back('#themes', said.back)} ${heading(said.gone)}
      <p>${said.goneText}</p>`;
  const opened = themes.open(entry);
  const save = () => {
    if (!isBusy('theme-save', scene)) act('theme-save', themes.save(id), said.savedOnly);
  };
  return html`<div class="theme-page stack">
    ${back('#themes', said.back)} ${heading(entry.name)}
    ${decidedNote(lockedBy(live.policy, 'theme'), 'theme-decided', scene)}
    ${opened.wasKept ? html`<p class="notice">${said.kept}</p>` : nothing}
    ${
      themes.isHere()
        ? keyed(
            opened.turn,
            html`<session-guard-theme-editor
              aria-label=${said.editor.label}
              .words=${said.editor}
              .tag=${words.tag}
              .languages=${themes.languages}
              .speak=${themes.speak}
              .language=${themes.languages.includes(words.tag) ? words.tag : 'en'}
              .text=${opened.text}
              @theme-edited=${(event: ThemeEdited) => themes.edit(id, event.detail.text)}
            ></session-guard-theme-editor>`,
          )
        : nothing
    }
    <div class="save" ?hidden=${!opened.isChanged && scene.ui.note?.place !== 'theme-save'}>
      <p class="actions">
        ${
          opened.isChanged
            ? html`<button class="primary" @click=${save}>${said.save}</button>
                <button @click=${() => themes.discard(entry)}>${said.discard}</button>`
            : nothing
        }
        ${noteAt('theme-save', scene)}
      </p>
    </div>
  </div>`;
}
