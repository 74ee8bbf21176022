import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../pages/texts.ts';
import { here } from './here.ts';
import { found, inOrder } from './order.ts';
import { row } from './row.ts';
import type { Ready, Scene } from './scene.ts';
import { optionsPage, pageLink } from './session.ts';
import { sessionOf } from './tab.ts';

/** More are drawn when they are asked for, or found. */
export const shownAtOnce = 50;

export function popupView(scene: Scene): TemplateResult {
  const { live, language } = scene;
  return html`<main aria-busy=${live ? 'false' : 'true'}>
      ${
        live
          ? live.state === 'broken'
            ? broken(scene)
            : ready({ ...scene, live })
          : html`<p class="muted loading">${language.popup.loading}</p>`
      }
    </main>
    ${footer(scene)}
    <p class="spoken" role="status">${scene.speech}</p>`;
}

function ready(scene: Ready): TemplateResult {
  const { live, tab, language, gestures } = scene;
  const { popup } = language;
  const session = tab && sessionOf(tab, live.profiles, live.views);
  return html`
    ${scene.isOnline ? nothing : html`<p class="notice strip">${popup.offline}</p>`}
    ${
      live.stored['set-aside']?.length
        ? html`<div class="notice alert strip">
            <p>${popup.setAside}</p>
            <p class="in-line">
              <button type="button" class="quiet" @click=${gestures.saveCopy}>${popup.export}</button>
            </p>
          </div>`
        : nothing
    }
    ${here(scene, session)} ${others(scene, session)}
  `;
}

function others(scene: Ready, session: ReturnType<typeof sessionOf>): unknown {
  const { live, language, gestures, search, showAll } = scene;
  const { popup } = language;
  const sessions = inOrder(
    live.views.filter((view) => view !== session),
    live.now,
  );
  if (!sessions.length) return nothing;
  const all = found(sessions, search);
  const shown = showAll ? all : all.slice(0, shownAtOnce);
  return html`<section class="others" aria-labelledby="others">
    <h2 id="others">${session && session !== 'elsewhere' ? popup.others : popup.all}</h2>
    ${
      sessions.length < 8
        ? nothing
        : html`<input
            type="search"
            aria-label=${popup.search}
            placeholder=${popup.search}
            autocomplete="off"
            spellcheck="false"
            @input=${({ target }: Event) => gestures.find((target as HTMLInputElement).value)}
          />`
    }
    ${
      all.length
        ? html`<ul class="list">
            ${repeat(
              shown,
              ({ key }) => key,
              (view) => html`<li>${row(scene, view)}</li>`,
            )}
          </ul>`
        : html`<p class="muted" role="status">${popup.nothing}</p>`
    }
    ${
      shown.length < all.length
        ? html`<button type="button" class="quiet whole" @click=${gestures.showAll}>
            ${fill(popup.showAll, { count: new Intl.NumberFormat(language.tag).format(all.length) })}
          </button>`
        : nothing
    }
  </section>`;
}

const broken = ({ language, gestures }: Scene) =>
  html`<section class="here">
    <h1>${language.popup.broken.heading}</h1>
    <p class="muted">${language.popup.broken.text}</p>
    <button type="button" class="primary whole" @click=${gestures.saveCopy}>${language.popup.export}</button>
  </section>`;

function footer(scene: Scene): TemplateResult {
  const { live, language } = scene;
  const isQuiet = live?.state === 'ready' && live.stored.preferences?.notifications === false;
  return html`<footer>
    ${pageLink(scene, optionsPage(), language.popup.settings)}
    ${isQuiet ? pageLink(scene, optionsPage('#preferences'), language.popup.notificationsOff, 'button quiet small') : nothing}
  </footer>`;
}
