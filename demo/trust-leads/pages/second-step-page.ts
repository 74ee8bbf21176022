import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { face } from '../face.ts';
import { tries, type SecondStep } from '../second-steps.ts';

/** After the password: a code. Without a sign-in under way there is nothing to ask. */
export function secondStepPage(step: SecondStep | undefined): Markup {
  return layout({
    face,
    title: `One more step · ${face.name}`,
    kind: 'signin-page',
    script: '/trust-leads/assets/second-step.js',
    body: html`<main class="signin">
      <p class="wordmark">
        <img src="/trust-leads/assets/icon.svg" alt="" width="36" height="36" /> ${face.name}
      </p>
      <h1>${step ? 'Is it really you?' : 'There is nothing to confirm'}</h1>
      ${step ? question(step) : ''}
      <section class="signin-note again" id="again" ${step ? 'hidden' : ''}>
        <p id="why" role="alert">
          Your sign-in was finished, took too long, or was never begun in this browser.
        </p>
        <p><a id="begin-again" href="/trust-leads/signin">Begin again</a></p>
      </section>
    </main>`,
  });
}

function question({ person, code }: SecondStep): Markup {
  return html`<form id="second-step" class="fields" method="post">
    <p>The password was right, ${person.name}. Now type the code that we sent to your phone.</p>
    <p class="phone"><span>In real life this would be on your phone:</span> <b id="phone">${code}</b></p>
    <label>
      <span>Code</span>
      <input
        name="code"
        autocomplete="one-time-code"
        inputmode="numeric"
        pattern="\\d{6}"
        maxlength="6"
        placeholder="Six digits"
        required
      />
      <small class="muted">Good once, for five minutes and ${tries} tries.</small>
    </label>
    <p class="form-error" id="error" role="alert"></p>
    <button class="button primary" type="submit">Confirm</button>
  </form>`;
}
