import { html, nothing } from 'lit';
import { siteIcon } from '../pages/icon.ts';
import { fill } from '../pages/texts.ts';
import type { SessionView } from '../session/view.ts';
import { tagsOf } from './here.ts';
import type { Ready } from './scene.ts';
import { sessionBody } from './session.ts';
import { wordsOf } from './session-words.ts';

/** A session in one line that unfolds. */
export function row(scene: Ready, view: SessionView): unknown {
  const { language, live, gestures, open } = scene;
  const words = wordsOf(view, language, live.now);
  const isOpen = open.has(view.key);
  const suggestion = scene.suggestions.has(view.site);
  const told = words.time ? words.about : [words.label, ...words.about];
  return html`<details
    data-key=${view.key}
    ?open=${isOpen}
    @toggle=${({ target, currentTarget }: Event) =>
      target === currentTarget && gestures.unfold(view.key, (target as HTMLDetailsElement).open)}
  >
    <summary>
      ${siteIcon(view.name, view.host)}
      <span class="name">
        <b>${view.name}</b>
        <span class=${words.urgent && !words.time ? 'alert about small' : 'muted about small'}>
          ${tagsOf(view, scene).map((tag) => html`<span>${tag}</span>`)}
          ${told.map((each) => html`<span>${each}</span>`)}
          ${suggestion ? html`<span>${language.popup.suggestion.short}</span>` : nothing}
        </span>
      </span>
      ${
        words.time
          ? html`<span class=${words.urgent ? 'left number alert' : 'left number'}>
              <span aria-hidden="true">${words.time.short}</span>
              <span class="spoken">${fill(language.texts.left, { time: words.time.long })}</span>
            </span>`
          : nothing
      }
    </summary>
    ${
      isOpen
        ? html`<div class="stack close unfolded">
            ${view.host === view.name ? nothing : html`<p class="muted small">${view.host}</p>`}
            ${sessionBody(scene, view, words, false)}
          </div>`
        : nothing
    }
  </details>`;
}
