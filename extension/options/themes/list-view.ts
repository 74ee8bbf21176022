import { html, nothing } from 'lit';
import { fill } from '../../pages/texts.ts';
import { lockedBy } from '../../policy/in-force.ts';
import { isUnknown } from '../../themes/choice.ts';
import { fileText } from '../../../component/theme-editor/file.ts';
import { setOwn } from '../../../component/theme-editor/edits.ts';
import { decidable } from '../views/decided.ts';
import { field, heading, noteAt } from '../views/parts.ts';
import type { Scene } from '../scene.ts';
import { themeHash } from '../routes.ts';
import { ofOrganisation, type Entry } from './entries.ts';
import { problemsView } from './problems-view.ts';
import { themeWords } from './words.ts';

/** All themes, each with a true picture, and ways to another. */
export function themesView(scene: Scene): unknown {
  const { words, themes, live, preferences } = scene;
  const said = themeWords(words);
  const entries = themes.entries();
  const { policy } = live;
  const worn = typeof policy.theme === 'object' ? ofOrganisation : preferences.theme;
  const kept = entries.filter(({ kind }) => kind === 'own').map(({ id }) => id);
  return html`<div class="head">
      ${heading(said.heading)}
      <button class="primary" @click=${() => create(scene, fileText(empty(said.newName)), said.newName)}>
        ${said.new}
      </button>
    </div>
    <p>${said.text}</p>
    ${isUnknown(worn, [...kept, ofOrganisation]) ? html`<p class="notice alert">${fill(said.unknown, { name: worn })}</p>` : nothing}
    ${addView(scene)} ${noteAt('themes', scene)}
    ${decidable(
      lockedBy(policy, 'theme'),
      'theme-decided',
      scene,
      html`<ul class="themes">
        ${entries.map((entry) => entryView(scene, entry, worn))}
      </ul>`,
    )}`;
}

const empty = (name: string) =>
  setOwn({ $schema: 'theme.schema.json', light: {}, dark: {}, both: {} }, ['name'], name);

function create({ themes, act }: Scene, text: string, name: string): void {
  const made = themes.copy(text, name);
  act('themes', made, '');
  void made.then(({ ok, id }) => {
    if (ok && id) location.hash = themeHash(id);
  });
}

function entryView(scene: Scene, entry: Entry, worn: string): unknown {
  const { words, themes, hands, act, preferences, set, saveFile } = scene;
  const said = themeWords(words);
  const { id, kind, name, text, theme, problems } = entry;
  const isWorn = id === worn;
  const wear = () =>
    act(
      'themes',
      hands.send({ do: 'set-preferences', preferences: { ...preferences, theme: isWorn ? 'default' : id } }),
      said.wornNow,
    );
  const ask = () =>
    set({
      question: {
        heading: fill(said.deleteAsk, { name }),
        text: said.deleteText,
        action: said.delete,
        run: () => act('themes', themes.remove(id), fill(said.deleted, { name })),
      },
    });
  return html`<li class="theme" aria-labelledby="theme-${id}">
    ${
      theme && themes.isHere()
        ? html`<session-guard-theme-picture
            role="img"
            aria-label=${fill(said.picture, { name })}
            .theme=${theme}
            .language=${{ tag: words.tag, direction: words.direction, texts: words.prompt }}
          ></session-guard-theme-picture>`
        : html`<div class="no-picture"></div>`
    }
    <div class="stack close">
      <h2 id="theme-${id}">${name}</h2>
      <p class="tags">
        <span class="tag">${said.kinds[kind]}</span>
        ${isWorn ? html`<span class="tag worn">${said.worn}</span>` : nothing}
      </p>
      ${
        problems.length
          ? html`<p class="alert small">${said.unreadable}</p>
              ${problemsView(scene, problems)}`
          : nothing
      }
      <p class="actions">
        ${
          kind === 'organisation'
            ? nothing
            : html`<button
                aria-label=${fill(said.wearNamed, { name })}
                aria-pressed=${isWorn}
                ?disabled=${!theme}
                @click=${wear}
              >
                ${said.wear}
              </button>`
        }
        ${
          kind === 'own'
            ? html`<a class="button" aria-label=${fill(said.editNamed, { name })} href=${themeHash(id)}
                >${said.edit}</a
              >`
            : nothing
        }
        <button
          class="quiet"
          aria-label=${fill(said.duplicateNamed, { name })}
          ?disabled=${!theme}
          @click=${() => create(scene, text!, fill(said.copyOf, { name }))}
        >
          ${said.duplicate}
        </button>
        <button
          class="quiet"
          aria-label=${fill(said.exportNamed, { name })}
          ?disabled=${text === undefined}
          @click=${() => saveFile(`${kind === 'organisation' ? 'theme' : id}.json`, text!)}
        >
          ${said.export}
        </button>
        ${
          kind === 'own'
            ? html`<button class="quiet danger" aria-label=${fill(said.deleteNamed, { name })} @click=${ask}>
                ${said.delete}
              </button>`
            : nothing
        }
      </p>
    </div>
  </li>`;
}

function addView(scene: Scene): unknown {
  const { words, themes, act } = scene;
  const said = themeWords(words);
  const add = (text: string) => {
    if (text.trim()) act('theme-import', themes.add(text), said.savedOnly);
  };
  const read = (file: File | undefined) => {
    if (file) void file.text().then(add);
  };
  return html`<section
    class="card stack"
    id="add-theme"
    aria-labelledby="add-theme-heading"
    @dragover=${(event: Event) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) read(file);
      else add(event.dataTransfer?.getData('text') ?? '');
    }}
  >
    <div class="stack close">
      <h2 id="add-theme-heading">${said.add}</h2>
      <p>${said.addText}</p>
    </div>
    <p class="file">
      <input
        id="theme-file"
        class="spoken"
        type="file"
        accept="application/json,.json"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          read(input.files?.[0]);
          input.value = '';
        }}
      />
      <label for="theme-file" class="button">${said.choose}</label>
      <span class="muted">${said.drop}</span>
    </p>
    ${field(
      'theme-text',
      said.paste,
      () =>
        html`<textarea
          id="theme-text"
          class="lines"
          dir="ltr"
          rows="2"
          spellcheck="false"
          .value=${themes.importing.pasted}
          @input=${(event: Event) => {
            const pasted = (event.target as HTMLTextAreaElement).value;
            themes.importing.pasted = pasted;
            add(pasted);
          }}
        ></textarea>`,
    )}
    <div role="status">
      ${
        themes.importing.refused.length
          ? html`<p><strong class="alert">${said.refused}</strong> ${said.refusedText}</p>
              ${problemsView(scene, themes.importing.refused)}`
          : nothing
      }
    </div>
    ${themes.importing.refused.length ? nothing : noteAt('theme-import', scene)}
  </section>`;
}
