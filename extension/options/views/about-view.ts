import { html } from 'lit';
import { fill } from '../../pages/texts.ts';
import type { Scene } from '../scene.ts';
import { heading } from './parts.ts';
import { policyView } from './policy-view.ts';

export function aboutView(scene: Scene): unknown {
  const { words, about, changeShortcuts } = scene;
  const { about: said } = words.options;
  return html`${heading(said.heading)}
    <dl class="facts">
      <dt>${said.version}</dt>
      <dd>${about.version}</dd>
      <dt>${said.licence}</dt>
      <dd>MIT</dd>
    </dl>
    ${policyView(scene)}
    <section class="stack close">
      <h2>${said.privacy}</h2>
      <p>${said.privacyText}</p>
    </section>
    <section class="stack close">
      <h2>${said.shortcuts}</h2>
      <dl class="facts">
        ${about.shortcuts.map(
          ({ name, keys }) =>
            html`<dt>${name || said.open}</dt>
              <dd>
                ${keys ? html`<kbd dir="ltr">${keys}</kbd>` : html`<span class="muted">${said.noShortcut}</span>`}
              </dd>`,
        )}
      </dl>
      <p class="actions"><button @click=${changeShortcuts}>${said.change}</button></p>
      <p class="hint">${fill(said.changeHint, { address: about.shortcutsAddress })}</p>
    </section>`;
}
