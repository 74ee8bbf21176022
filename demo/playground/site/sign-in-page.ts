import { html } from 'hono/html';
import { layout } from '../../pages/layout.ts';

/** Where the prompt's link leads. Nobody types a password here. */
export const signInPage = () =>
  layout({
    title: 'Sign in · Harbour',
    kind: 'signin-page',
    style: '/playground/stage.css',
    script: '/playground/sign-in.js',
    body: html`<main class="sheet">
      <h1>Sign in to Harbour</h1>
      <p>The playground in your other tab hears of it at once.</p>
      <p class="form-actions">
        <button class="button primary" type="button" data-as="ada">As Ada</button>
        <button class="button" type="button" data-as="grace">As Grace</button>
        <button class="button" type="button" data-as="">Sign out</button>
      </p>
      <p class="muted" id="done" role="status"></p>
    </main>`,
  });
