import type { Context } from 'hono';
import { html } from 'hono/html';
import { readDuration, sayDuration } from '../duration.ts';
import { personOf, type Person } from '../people.ts';
import type { Face } from '../system.ts';
import { layout, type Markup } from './layout.ts';

const choices = [30_000, 60_000, 300_000, 3_600_000];

export interface SigninInput {
  face: Face;
  title: string;
  user: { label: string; type?: 'email' };
  /** The choice that stands when the page opens, and what it is a choice of. */
  lifetime: number;
  lifetimeLabel: string;
  /** Whose account is filled in: an id, or the first. */
  as?: string;
  /** Above the form. */
  more?: Markup;
  /** Below it: another way to sign in. */
  otherWay?: Markup;
}

/** `?ttl=`; coming back from a dashboard, the choice made for it stands. */
export function askedLifetime(c: Context): number | undefined {
  const returnTo = new URLSearchParams(c.req.query('return_to')?.split('?')[1]);
  return readDuration(c.req.query('ttl') ?? returnTo.get('ttl') ?? '');
}

/** By POST: a click before the script has come must not put the password into the address. */
export function signinPage({
  face,
  title,
  user,
  lifetime,
  lifetimeLabel,
  as,
  more,
  otherWay,
}: SigninInput): Markup {
  const { id, name, people } = face;
  const account = personOf(people, as) ?? people[0];
  const offered = [...new Set([...choices, lifetime])].sort((a, b) => a - b);
  return layout({
    face,
    title: `Sign in · ${name}`,
    kind: 'signin-page',
    script: `/${id}/assets/signin.js`,
    body: html`<main class="signin">
      <p class="wordmark"><img src="/${id}/assets/icon.svg" alt="" width="36" height="36" /> ${name}</p>
      <h1>${title}</h1>
      <p class="signin-note" id="note" hidden></p>
      ${more ?? ''}
      <form id="signin" class="fields" method="post">
        <label>
          <span>${user.label}</span>
          <input
            name="username"
            type="${user.type ?? 'text'}"
            autocomplete="username"
            value="${account.username}"
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
            value="${account.password}"
            required
          />
        </label>
        <label>
          <span>${lifetimeLabel}</span>
          <select name="ttl">
            ${offered.map(
              (ms) =>
                html`<option value="${ms / 1000}s" ${ms === lifetime ? 'selected' : ''}>
                  ${sayDuration(ms)}
                </option>`,
            )}
          </select>
        </label>
        <p class="form-error" id="error" role="alert"></p>
        <button class="button primary" type="submit">Sign in</button>
      </form>
      <noscript><p class="form-error">This page needs JavaScript.</p></noscript>
      ${otherWay ?? ''}
      <section class="demo-account" aria-labelledby="demo-accounts">
        <h2 id="demo-accounts">Demo accounts</h2>
        <ul>
          ${people.map(demoAccount)}
        </ul>
        <p>A button fills one in. <a href="/">What is this?</a></p>
      </section>
    </main>`,
  });
}

function demoAccount({ username, password, name, role }: Person): Markup {
  return html`<li>
    <button class="button" type="button" data-username="${username}" data-password="${password}">
      ${name}, ${role}
    </button>
    <span><code>${username}</code> / <code>${password}</code></span>
  </li>`;
}
