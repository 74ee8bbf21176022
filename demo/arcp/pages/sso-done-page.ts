import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { face } from '../face.ts';

/** For the moment in which the page fetches its token. */
export function ssoDonePage(): Markup {
  return layout({
    face,
    title: `Signing you in · ${face.name}`,
    kind: 'message-page',
    script: '/arcp/assets/sso-done.js',
    body: html`<main class="sheet">
      <p class="wordmark"><img src="/arcp/assets/icon.svg" alt="" width="36" height="36" /> ${face.name}</p>
      <h1 id="title" aria-live="polite">Signing you in …</h1>
      <p id="error" role="alert"></p>
      <p><a class="button" id="again" href="/arcp/signin" hidden>Begin again</a></p>
      <noscript><p class="form-error">This page needs JavaScript.</p></noscript>
    </main>`,
  });
}
