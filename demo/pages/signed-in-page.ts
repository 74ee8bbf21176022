import { html } from 'hono/html';
import type { Face } from '../system.ts';
import { layout, type Markup } from './layout.ts';

/** The end of a sign-in that a prompt opened in a tab of its own: the work is in another one. */
export function signedInPage(face: Face): Markup {
  const { id, name } = face;
  return layout({
    face,
    title: `Signed in · ${name}`,
    kind: 'message-page',
    script: '/assets/signed-in.js',
    body: html`<main class="sheet">
      <p class="wordmark"><img src="/${id}/assets/icon.svg" alt="" width="36" height="36" /> ${name}</p>
      <h1>You are signed in</h1>
      <p>You can close this tab and go on where you were.</p>
      <p class="form-actions">
        <button class="button primary" type="button" id="close-tab">Close this tab</button>
        <a class="button" id="go-on" href="/${id}/">Go on in this tab</a>
      </p>
      <p class="muted" id="not-closed" role="status"></p>
    </main>`,
  });
}
