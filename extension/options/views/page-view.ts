import { html, nothing } from 'lit';
import { fill } from '../../pages/texts.ts';
import type { Shown } from '../page.ts';
import { hashOf, sections, type Section } from '../routes.ts';
import type { Language } from '../../pages/language.ts';
import type { Scene } from '../scene.ts';
import { aboutView } from './about-view.ts';
import { addView } from './add-view.ts';
import { heading } from './parts.ts';
import { preferencesView } from './preferences-view.ts';
import { setAsideView } from './set-aside-view.ts';
import { siteView } from './site-view.ts';
import { sitesView } from './sites-view.ts';
import { themeEditView } from '../themes/edit-view.ts';
import { themesView } from '../themes/list-view.ts';
import { themeWords } from '../themes/words.ts';
import { transferView } from './transfer-view.ts';
import { whyView } from './why-view.ts';

const views: Record<Section, (scene: Scene) => unknown> = {
  sites: sitesView,
  themes: themesView,
  transfer: transferView,
  preferences: preferencesView,
  why: whyView,
  'set-aside': setAsideView,
  about: aboutView,
};

/** The whole page: where one can go, and where one is. */
export function pageView(shown: Shown): { title: string; content: unknown } {
  if (shown.state !== 'ready') {
    const { words } = shown;
    const inside =
      shown.state === 'loading'
        ? html`<h1 class="muted loading">${words.options.loading}</h1>`
        : broken(shown);
    return { title: words.texts.product, content: frame(words, undefined, inside) };
  }
  const { scene } = shown;
  const { route } = scene.ui;
  const { words } = scene;
  const title = fill(words.options.title, { section: nameOf(scene) });
  return { title, content: html`${frame(words, scene, contentOf(scene))}${question(scene)}` };

  function contentOf(from: Scene): unknown {
    if (route.section === 'sites' && route.site !== undefined) return siteView(from, route.site);
    if (route.section === 'sites' && route.add) return addView(from);
    if (route.section === 'themes' && route.theme !== undefined) return themeEditView(from, route.theme);
    return views[route.section](from);
  }
}

const sectionName = (section: Section, words: Language): string =>
  section === 'themes' ? themeWords(words).heading : words.options.sections[section];

function nameOf({ ui: { route }, profiles, words }: Scene): string {
  const { options } = words;
  if (route.section === 'sites' && route.site !== undefined)
    return profiles.read.find(({ id }) => id === route.site)?.name ?? options.site.gone;
  return sectionName(route.section, words);
}

function frame(words: Language, scene: Scene | undefined, content: unknown): unknown {
  const { texts, options } = words;
  return html`
    <header>
      <p class="product"><img src="../icons/48.png" alt="" width="24" height="24" />${texts.product}</p>
      <nav aria-label=${options.navigation}>
        <ul>
          ${sections.map((section) => {
            const isHere = scene?.ui.route.section === section;
            return html`<li>
              <a href=${hashOf(section)} aria-current=${isHere ? 'page' : nothing}>
                ${sectionName(section, words)}
                ${
                  section === 'set-aside' && scene?.setAside.length
                    ? html`<span class="count">${scene.setAside.length}</span>`
                    : nothing
                }
              </a>
            </li>`;
          })}
        </ul>
      </nav>
    </header>
    <main class="stack">${content}</main>
  `;
}

function broken({ words, why, export: save }: Shown & { state: 'broken' }): unknown {
  const { broken: said } = words.options;
  return html`${heading(said.heading)}
    <p>${said.text}</p>
    <p class="notice alert">${fill(said.why, { why })}</p>
    <p class="actions">
      <button class="primary" @click=${save}>${said.export}</button>
      <button @click=${() => location.reload()}>${said.reload}</button>
    </p>`;
}

/** Before something is taken away. Escape is no. */
function question({ ui: { question: asked }, set, words }: Scene): unknown {
  if (!asked) return nothing;
  const close = () => set({ question: undefined });
  const run = () => {
    close();
    asked.run();
  };
  return html`<dialog
    class="stack"
    aria-labelledby="question"
    aria-describedby="question-text"
    @close=${close}
  >
    <h2 id="question">${asked.heading}</h2>
    <p id="question-text">${asked.text}</p>
    <p class="actions">
      <button autofocus @click=${close}>${words.options.cancel}</button>
      <button class="danger" @click=${run}>${asked.action}</button>
    </p>
  </dialog>`;
}
