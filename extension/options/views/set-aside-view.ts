import { html, nothing } from 'lit';
import { fill, momentText } from '../../pages/texts.ts';
import type { Scene } from '../scene.ts';
import { heading, noteAt, problemText } from './parts.ts';

/** What could not be read, kept as it was. */
export function setAsideView(scene: Scene): unknown {
  const { setAside, words, live, saveFile, set, act, hands } = scene;
  const { setAside: said } = words.options;
  return html`${heading(said.heading)}
    <p>${said.text}</p>
    ${
      setAside.length
        ? html`<ul class="list">
            ${setAside.map(
              (item) =>
                html`<li class="stack close">
                  <p>${fill(said.item, { key: item.key, time: momentText(words.tag, item.at, live.now) })}</p>
                  ${item.problems
                    .slice(0, 5)
                    .map(
                      (each) =>
                        html`<p class="small muted">
                          ${each.field ? html`<code dir="ltr">${each.field}</code> ` : nothing}${problemText(each, words)}
                        </p>`,
                    )}
                  <p class="actions">
                    <button
                      @click=${() => saveFile(`session-guard-set-aside-${item.at}.json`, JSON.stringify(item, null, 2))}
                    >
                      ${said.export}
                    </button>
                    <button
                      class="danger"
                      @click=${() =>
                        set({
                          question: {
                            heading: said.ask,
                            text: said.askText,
                            action: said.delete,
                            run: () =>
                              act(
                                'set-aside',
                                hands.send({ do: 'forget-set-aside', at: item.at, key: item.key }),
                                said.deleted,
                              ),
                          },
                        })}
                    >
                      ${said.delete}
                    </button>
                  </p>
                </li>`,
            )}
          </ul>`
        : html`<p class="muted">${said.empty}</p>`
    }
    ${noteAt('set-aside', scene)}`;
}
