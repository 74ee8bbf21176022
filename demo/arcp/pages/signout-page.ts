import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';

/** Where the element's plain "Sign out now" link leads; the bearer token is known to the page's script only. */
export function signoutPage(): Markup {
  return layout({
    title: 'Sign out · ARCP',
    kind: 'message-page',
    script: '/arcp/assets/signout.js',
    body: html`<main class="sheet">
      <p class="wordmark"><img src="/arcp/assets/icon.svg" alt="" width="36" height="36" /> ARCP</p>
      <h1 id="title" aria-live="polite">Signing you out …</h1>
      <p><a class="button" href="/arcp/signin">Sign in again</a></p>
    </main>`,
  });
}
