import { html } from 'hono/html';
import { documentOf } from './head.ts';

/** Where the prompt's link leads. Nobody types a password here. */
export const signInPage = () =>
  documentOf(
    'Sign in · Harbour',
    'signin-page',
    'stage.css',
    'sign-in.js',
    html`<main class="sheet">
      <h1>Sign in to Harbour</h1>
      <p>The playground in your other tab hears of it at once.</p>
      <p class="form-actions">
        <button class="button primary" type="button" data-as="ada">As Ada</button>
        <button class="button" type="button" data-as="grace">As Grace</button>
        <button class="button" type="button" data-as="">Sign out</button>
      </p>
      <p class="muted" id="done" role="status"></p>
    </main>`,
  );
