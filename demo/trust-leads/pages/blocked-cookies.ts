import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';

/** Why somebody is asked to sign in again and again: the sign-in page's script shows it when that is so. */
export function blockedCookies(): Markup {
  return html`<section class="cookie-hint" id="blocked-cookies" role="alert" hidden>
    <h2>Your browser did not keep our cookies</h2>
    <p>
      Your password was right, but the sign-in was lost again at once. Something seems to block cookies for
      this site.
    </p>
    <ul>
      <li>Allow them in your browser’s privacy settings, and in an ad blocker if you use one.</li>
      <li>Then sign in once more. Your data is intact.</li>
    </ul>
    <p class="muted" id="blocked-on-purpose" hidden>
      Here they are blocked because the address says so.
      <a href="/trust-leads/signin">Sign in with cookies</a>
    </p>
  </section>`;
}
