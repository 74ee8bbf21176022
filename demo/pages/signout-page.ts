import { html } from 'hono/html';
import type { Face } from '../system.ts';
import { layout, type Markup } from './layout.ts';

/** Where the element's plain "Sign out now" link leads. A link changes nothing: the page's script signs out. */
export function signoutPage(face: Face): Markup {
  const { id, name } = face;
  return layout({
    face,
    title: `Sign out · ${name}`,
    kind: 'message-page',
    script: `/${id}/assets/signout.js`,
    body: html`<main class="sheet">
      <p class="wordmark"><img src="/${id}/assets/icon.svg" alt="" width="36" height="36" /> ${name}</p>
      <h1 id="title" aria-live="polite">Signing you out …</h1>
      <p><a class="button" href="/${id}/signin">Sign in again</a></p>
    </main>`,
  });
}
