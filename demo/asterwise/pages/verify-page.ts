import { html } from 'hono/html';
import { sayDuration } from '../../duration.ts';
import { layout, type Markup } from '../../pages/layout.ts';
import { flowLifetime } from '../asterwise.ts';
import { face } from '../face.ts';
import { underTheFlow } from './under-the-hood.ts';

export interface FlowInput {
  /** How long it is to live, where the address says so. */
  asked?: number;
  /** It has no element. */
  unguarded?: boolean;
}

/** A flow of three steps under a session of its own, which nothing can renew. */
export function verifyPage({ asked, unguarded = false }: FlowInput): Markup {
  return layout({
    face,
    title: 'Get a key · Asterwise',
    kind: 'verify-page',
    firstScript: '/assets/clock.js',
    script: '/asterwise/assets/verify.js',
    body: html`
      <div class="app">
        <main class="flow">
          <p class="wordmark">
            <img src="/asterwise/assets/icon.svg" alt="" width="36" height="36" /> Asterwise
          </p>
          <h1>Get a key by email</h1>
          <ol class="steps" id="steps">
            <li data-step="email" aria-current="step">Email</li>
            <li data-step="code">Code</li>
            <li data-step="key">Key</li>
          </ol>
          <p class="notice" id="notice" role="status" hidden></p>
          ${emailStep(asked ?? flowLifetime)} ${codeStep()} ${keyStep()} ${done()}
          <p class="demo-account">
            Have an account? <a href="/asterwise/signin">Sign in</a>. <a href="/">What is this?</a>
          </p>
        </main>
        ${underTheFlow(unguarded)}
      </div>
      ${unguarded ? '' : guard(asked)}
    `,
  });
}

// In a template: it comes with the flow, of which it is told at once. Nobody signs in here: a flow begins again.
function guard(asked: number | undefined): Markup {
  const again = asked === undefined ? 'begin' : `begin&ttl=${asked / 1000}s`;
  return html`<template id="guard">
    <session-guard session-name="asterwise-flow" restart-url="/asterwise/verify?${again}"></session-guard>
  </template>`;
}

function emailStep(allowed: number): Markup {
  return html`<form id="email-step" class="fields step" data-step="email" hidden>
    <p class="muted">
      We send a code. Whoever can read it gets a key. From then on you have
      <b>${sayDuration(allowed)}</b> for all of it; that cannot be extended.
    </p>
    <label>
      <span>Email</span>
      <input name="email" type="email" autocomplete="email" value="${face.people[0].username}" required />
    </label>
    <p class="form-error" role="alert"></p>
    <button class="button primary" type="submit">Send me a code</button>
  </form>`;
}

function codeStep(): Markup {
  return html`<form id="code-step" class="fields step" data-step="code" hidden>
    <p class="muted">
      We wrote to <b id="mailed-to"></b>. This demo sends no email; your code is <code id="mailbox"></code>
    </p>
    <label>
      <span>Code</span>
      <input
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="\\d{6}"
        maxlength="6"
        placeholder="Six digits"
        required
      />
    </label>
    <p class="form-error" role="alert"></p>
    <button class="button primary" type="submit">Verify</button>
  </form>`;
}

function keyStep(): Markup {
  return html`<form id="key-step" class="fields step" data-step="key" hidden>
    <label>
      <span>Name of the key</span>
      <input name="name" maxlength="60" placeholder="Weekly horoscope mail" autocomplete="off" required />
    </label>
    <label>
      <span>What will it be used for?</span>
      <textarea name="purpose" rows="4" placeholder="Stays in this page until you finish."></textarea>
    </label>
    <p class="form-error" role="alert"></p>
    <button class="button primary" type="submit">Create the key</button>
  </form>`;
}

function done(): Markup {
  return html`<section class="fields step" id="done" tabindex="-1" hidden>
    <h2>Here is your key</h2>
    <p class="secret"><code id="secret"></code></p>
    <p class="muted">It is shown this once. The session of this flow is over, on purpose.</p>
    <a class="button primary" href="/asterwise/#keys">To the dashboard</a>
  </section>`;
}
