import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { demoAccount } from '../arcp.ts';
import { sayDuration } from '../duration.ts';

const choices = [30_000, 60_000, 300_000, 3_600_000];

/** `idleTimeout` is the choice that stands when the page opens. */
export function signinPage(idleTimeout: number): Markup {
  const offered = [...new Set([...choices, idleTimeout])].sort((a, b) => a - b);
  return layout({
    title: 'Sign in · ARCP',
    kind: 'signin-page',
    script: '/arcp/assets/signin.js',
    body: html`<main class="signin">
      <p class="wordmark"><img src="/arcp/assets/icon.svg" alt="" width="36" height="36" /> ARCP</p>
      <h1>Sign in to the registry</h1>
      <p class="signin-note" id="note" hidden></p>
      <form id="signin" class="fields">
        <label>
          <span>User name</span>
          <input
            name="username"
            autocomplete="username"
            value="${demoAccount.username}"
            required
            spellcheck="false"
          />
        </label>
        <label>
          <span>Password</span>
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            value="${demoAccount.password}"
            required
          />
        </label>
        <label>
          <span>Sign me out when idle for</span>
          <select name="ttl">
            ${offered.map(
              (ms) =>
                html`<option value="${ms / 1000}s" ${ms === idleTimeout ? 'selected' : ''}>
                  ${sayDuration(ms)}
                </option>`,
            )}
          </select>
        </label>
        <p class="form-error" id="error" role="alert"></p>
        <button class="button primary" type="submit">Sign in</button>
      </form>
      <noscript><p class="form-error">This page needs JavaScript.</p></noscript>
      <p class="demo-account">
        Demo account: <code>${demoAccount.username}</code> / <code>${demoAccount.password}</code>, filled in
        for you. <a href="/">What is this?</a>
      </p>
    </main>`,
  });
}
