import { html, type TemplateResult } from 'lit/html.js';
import { acts, type Scene } from './scenes.ts';

/** One click each. */
export const sceneList = (current: string, playing: boolean, play: (scene: Scene) => void): TemplateResult =>
  html`<p class="intro">One click each. Everything on the stage is real but the clock and the server.</p>
    ${acts.map(
      ({ title, scenes }) =>
        html`<section class="act">
          <h2>${title}</h2>
          <ul class="scenes">
            ${scenes.map(
              (scene) =>
                html`<li>
                  <button
                    type="button"
                    class="scene"
                    data-scene=${scene.id}
                    aria-current=${scene.id === current ? 'true' : 'false'}
                    @click=${() => play(scene)}
                  >
                    <b>${scene.title}</b>
                    <span>${scene.says}</span>
                    ${playing && scene.id === current ? html`<i class="visually-hidden">Playing</i>` : ''}
                  </button>
                </li>`,
            )}
          </ul>
        </section>`,
    )}`;
