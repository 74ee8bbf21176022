import { html } from 'hono/html';
import { layout } from '../../pages/layout.ts';

/** What somebody was writing when the session came to its end. */
const written =
  'Crane 4 stopped at 06:40 with a load of timber halfway up. Nobody was under it. The brake held; we cleared the quay and lowered by hand.';

/** A small app as there are many: something is being written in it. */
export const stagePage = () =>
  layout({
    title: 'Report · Harbour',
    kind: 'stage-page',
    style: '/playground/stage.css',
    script: '/playground/stage.js',
    body: html`<header class="app-bar" aria-label="Harbour">
        <p class="app-name"><span class="app-mark" aria-hidden="true"></span> Harbour</p>
        <p class="app-person">Ada Okafor</p>
      </header>
      <main lang="en" aria-label="Report">
        <p class="alone" id="alone" hidden>
          This page belongs on a stage. <a href="/playground/">Open the playground</a>
        </p>
        <form id="report" class="fields">
          <div>
            <h1>Report of an incident</h1>
            <p class="muted">Not sent yet. Write something: it must survive whatever happens.</p>
          </div>
          <label><span>What</span> <input name="title" value="Crane 4 stopped under load" /></label>
          <label><span>What happened</span> <textarea name="text" rows="6">${written}</textarea></label>
          <label><span>Who was there</span> <input name="people" value="R. Silva, T. Brandt" /></label>
          <div class="form-actions">
            <button class="button primary">Save</button>
            <p id="saved" class="muted" role="status"></p>
          </div>
        </form>
      </main>`,
  });
