import { html } from 'hono/html';
import type { Markup } from '../pages/layout.ts';
import { face as provider } from '../identity/face.ts';

/** On a system's sign-in page: links, as the form's fields must not go along. */
export function ssoLink(systemId: string, query: Record<string, string>): Markup {
  const start = (more: Record<string, string> = {}) =>
    `/${systemId}/sso/start?${new URLSearchParams({ ...query, ...more })}`;
  return html`<div class="sso">
    <a class="button" href="${start()}" data-ttl>Sign in with ${provider.name}</a>
    <p class="muted">
      On a site of its own, which may remember you.
      <a href="${start({ prompt: 'login' })}" data-ttl>Choose the account there</a>
    </p>
  </div>`;
}
