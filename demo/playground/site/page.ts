import { html } from 'hono/html';
import { layout } from '../../pages/layout.ts';

/** The frames are there from the start; all else is drawn by script, which the page is nothing without. */
export const page = () =>
  layout({
    title: 'session-guard playground',
    kind: 'playground',
    style: '/playground/playground.css',
    script: '/playground/playground.js',
    body: html`<header class="top" id="top" aria-label="Playground"></header>
      <main class="room" aria-label="Playground">
        <section class="left" aria-label="Stage">
          <div class="stages" id="stages">
            <figure class="stage" id="stage-one">
              <figcaption id="caption-one"></figcaption>
              <div class="frame-place"><iframe title="The guarded page" id="frame-one"></iframe></div>
            </figure>
            <figure class="stage second" id="stage-two" hidden>
              <figcaption id="caption-two"></figcaption>
              <div class="frame-place"><iframe title="The second tab" id="frame-two"></iframe></div>
            </figure>
          </div>
          <div class="machine" id="machine"></div>
        </section>
        <section class="controls" id="controls" aria-label="Settings"></section>
      </main>
      <dialog id="theme-editing" aria-labelledby="theme-editing-title">
        <form method="dialog">
          <h2 id="theme-editing-title">Your theme</h2>
          <button class="button">Close</button>
        </form>
      </dialog>
      <noscript><p>The playground needs JavaScript.</p></noscript>`,
  });
