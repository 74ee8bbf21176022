import { html } from 'hono/html';
import { layout, type Markup } from '../pages/layout.ts';
import type { Authorization } from './authorization.ts';
import { face } from './face.ts';
import { identities, password, type Identity } from './people.ts';
import { rememberedFor } from './remembered.ts';

/** No page here has a script: the forms are all there is. */
function sheet(title: string, content: Markup): Markup {
  return layout({
    face,
    title: `${title} · ${face.name}`,
    kind: 'signin-page',
    body: html`<main class="signin">
      <p class="wordmark">
        <img src="/identity/assets/icon.svg" alt="" width="36" height="36" /> ${face.name}
      </p>
      <h1>${title}</h1>
      ${content}
    </main>`,
  });
}

export interface LoginInput {
  asked: Authorization;
  email?: string;
  error?: string;
}

/** Asks who the person is, on behalf of a system. */
export function loginPage({ asked, email, error }: LoginInput): Markup {
  const { client, state } = asked;
  const chosen = identities.find((identity) => identity.email === email) ?? identities[0];
  const hidden = {
    client_id: client.id,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    state,
  };
  return sheet(
    'Sign in',
    html`<p><b>${client.name}</b> asks who you are. It learns your name, and never your password.</p>
      <form class="fields" method="post" action="/login">
        ${Object.entries(hidden).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <fieldset class="identities">
          <legend>Account</legend>
          ${identities.map(
            (identity) =>
              html`<label>
                <input
                  type="radio"
                  name="email"
                  value="${identity.email}"
                  ${identity === chosen ? 'checked' : ''}
                />
                <span>${identity.name}<small>${identity.email}</small></span>
              </label>`,
          )}
        </fieldset>
        <label>
          <span>Password</span>
          <input name="password" type="password" autocomplete="off" value="${password}" required />
          <small class="muted">The same for all of them, and filled in for you.</small>
        </label>
        ${error ? html`<p class="form-error" role="alert">${error}</p>` : ''}
        <div class="form-actions">
          <button class="button primary" type="submit">Sign in to ${client.name}</button>
          <button class="button" type="submit" name="cancel" value="yes" formnovalidate>Cancel</button>
        </div>
      </form>
      <p class="demo-account">
        ${face.name} remembers you in this browser for ${rememberedFor} minutes. Until then it asks nothing
        more, but only when you come here by a click.
      </p>`,
  );
}

/** The front door: who is remembered, and the way to change that. */
export function homePage(who: Identity | undefined): Markup {
  if (!who)
    return sheet(
      'Nobody is signed in',
      html`<p>This provider knows nobody in this browser. Come here from the sign-in page of a system.</p>`,
    );
  return sheet(
    `Hello, ${who.name}`,
    html`<p>
        You are remembered here, and signed in to a system without a question as soon as you ask for it.
      </p>
      <form method="post" action="/forget"><button class="button" type="submit">Forget me</button></form>`,
  );
}

export const problemPage = (title: string, text: string): Markup => sheet(title, html`<p>${text}</p>`);
