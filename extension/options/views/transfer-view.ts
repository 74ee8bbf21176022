import { html, nothing } from 'lit';
import { addImported } from '../acting.ts';
import { lockedBy } from '../../policy/in-force.ts';
import { fileName, idOf, textOf } from '../documents.ts';
import { readImport, type Importing } from '../importing.ts';
import type { Scene } from '../scene.ts';
import { counted } from '../../pages/texts.ts';
import { decidedNote } from './decided.ts';
import { problemList } from './json-view.ts';
import { field, heading, noteAt } from './parts.ts';
import { confirmView } from './site-view.ts';

export function transferView(scene: Scene): unknown {
  const { profiles, words, live, saveFile } = scene;
  const { transfer: said } = words.options;
  const { written } = profiles;
  const unconfirmed = new Set(
    live.views.filter(({ paused }) => paused === 'unconfirmed').map(({ site }) => site),
  );
  const waiting = profiles.read.filter(({ id }) => unconfirmed.has(id));
  return html`${heading(said.heading)} ${importView(scene)}
    ${waiting.map(
      (profile) =>
        html`<section class="stack close" aria-label=${profile.name}>
          <h2>${profile.name}</h2>
          ${confirmView(scene, profile)}
        </section>`,
    )}
    <section class="stack close">
      <h2>${said.export}</h2>
      <p>${said.exportText}</p>
      ${
        written.length
          ? html`<p class="actions">
              <button @click=${() => saveFile(fileName(written), textOf(written))}>
                ${counted(words.tag, said.exportAll, written.length)}
              </button>
            </p>`
          : html`<p class="muted">${said.exportNone}</p>`
      }
    </section>`;
}

function importView(scene: Scene): unknown {
  const { ui, set, readFile, words, live } = scene;
  const decider = lockedBy(live.policy, 'import');
  const { transfer: said } = words.options;
  const take = (file: File | undefined) => file && readFile(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (decider) return;
    const text = event.dataTransfer?.getData('text');
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
    else if (text) set({ pasted: text, importing: readImport(text) });
  };
  return html`<section
    class="card stack"
    @dragover=${(event: Event) => event.preventDefault()}
    @drop=${drop}
    aria-labelledby="import"
  >
    <div class="stack close">
      <h2 id="import">${said.import}</h2>
      <p>${said.importText}</p>
    </div>
    <p class="file">
      <label for="file" class="button" aria-disabled=${decider ? 'true' : nothing}>${said.choose}</label>
      <input
        id="file"
        class="spoken"
        type="file"
        accept="application/json,.json"
        ?disabled=${decider !== undefined}
        aria-describedby=${decider ? 'import-decided' : nothing}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          take(input.files?.[0]);
          input.value = '';
        }}
      />
      <span class="muted">${said.drop}</span>
    </p>
    ${decidedNote(decider, 'import-decided', scene)}
    ${field(
      'pasted',
      said.paste,
      () =>
        html`<textarea
          ?disabled=${decider !== undefined}
          aria-describedby=${decider ? 'import-decided' : nothing}
          id="pasted"
          class="lines"
          dir="ltr"
          rows="4"
          spellcheck="false"
          .value=${ui.pasted}
          @input=${(event: Event) => {
            const pasted = (event.target as HTMLTextAreaElement).value;
            set({ pasted, importing: pasted.trim() ? readImport(pasted) : undefined, note: undefined });
          }}
        ></textarea>`,
    )}
    <div role="status">${ui.importing ? foundView(scene, ui.importing) : nothing}</div>
    ${noteAt('import', scene)}
  </section>`;
}

function foundView(scene: Scene, importing: Importing): unknown {
  const { hands, act, set, profiles, words } = scene;
  const { transfer: said } = words.options;
  if (importing.problems)
    return html`<div class="stack close">
      <p><strong class="alert">${said.refused}</strong> ${said.refusedText}</p>
      ${problemList(scene, importing.problems)}
    </div>`;
  const { written, read } = importing;
  if (!written.length) return html`<p>${counted(words.tag, said.found, 0)}</p>`;
  const add = () =>
    act(
      'import',
      addImported(hands, written, [...profiles.written.map(idOf), ...profiles.read.map(({ id }) => id)]),
      said.added,
      () => set({ pasted: '', importing: undefined }),
    );
  return html`<div class="stack close">
    <p>
      ${counted(words.tag, said.found, read.length)}:
      ${new Intl.ListFormat(words.tag).format(
        read.slice(0, 20).map(({ name }) => name),
      )}${read.length > 20 ? '…' : ''}
    </p>
    <p class="actions">
      <button class="primary" @click=${add}>
        ${said.add[new Intl.PluralRules(words.tag).select(read.length) === 'one' ? 'one' : 'other']}
      </button>
    </p>
  </div>`;
}
