import { html } from 'hono/html';
import { guardAttributes, type GuardSwitch } from '../../guard-switches.ts';
import { dashboardFrame } from '../../pages/dashboard-frame.ts';
import { checkboxes, editable, formActions, options, radios } from '../../pages/fields.ts';
import type { Markup } from '../../pages/layout.ts';
import { face } from '../face.ts';
import { endpoints, stages, volumes } from '../integration.ts';
import { icon } from './icons.ts';
import { underTheHood } from './under-the-hood.ts';

export function dashboardPage(asked: readonly GuardSwitch[]): Markup {
  return dashboardFrame({
    face,
    title: 'Usage',
    heading: html`<h1>Usage</h1>`,
    links: [
      { href: '#usage', icon: icon('usage'), label: 'Usage' },
      { href: '#keys', icon: icon('keys'), label: 'API keys' },
      { href: '#integration', icon: icon('notes'), label: 'Your integration' },
      { href: verifyAddress(asked), icon: icon('flow'), label: 'Get a key' },
    ],
    sections: html`${calls()} ${keys(asked)} ${integration()}`,
    panel: underTheHood(asked),
    guard: asked.includes('unguarded') ? undefined : guard(asked),
  });
}

const verifyAddress = (asked: readonly GuardSwitch[]) =>
  `/asterwise/verify${asked.includes('unguarded') ? '?unguarded' : ''}`;

// In a template: the script gives it its `fetch` first. It says nothing of an end: the start-up request does.
function guard(asked: readonly GuardSwitch[]): Markup {
  return html`<template id="guard">
    <session-guard
      renew-url="/asterwise/api/dashboard"
      renew-method="GET"
      ${guardAttributes(face.id, asked)}
      return-param="return_to"
      sign-out-url="/asterwise/signout"
    ></session-guard>
  </template>`;
}

function calls(): Markup {
  return html`<section class="card calls" id="usage" aria-labelledby="usage-title">
    <div class="calls-chart">
      <div class="calls-head">
        <div>
          <h2 id="usage-title">Calls, last 24 hours</h2>
          <p class="calls-total" id="calls-total">–</p>
        </div>
        <ul class="legend" id="legend"></ul>
      </div>
      <div class="chart" id="chart"></div>
    </div>
    <div class="metrics" id="metrics">
      ${[1, 2, 3].map(() => html`<div class="metric card waiting"></div>`)}
    </div>
  </section>`;
}

function keys(asked: readonly GuardSwitch[]): Markup {
  return html`<section class="card" id="keys" aria-labelledby="keys-title">
    <div class="card-head">
      <h2 id="keys-title">API keys <span class="count" id="key-count"></span></h2>
      <a class="button" href="${verifyAddress(asked)}">Get a key by email</a>
    </div>
    <div class="table-scroll">
      <table class="records keys">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col" class="scopes">Scopes</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">Calls, 24 h</th>
            <th scope="col" class="number created">Created</th>
            <th scope="col" class="number">Last used</th>
          </tr>
        </thead>
        <tbody id="key-rows"></tbody>
      </table>
    </div>
  </section>`;
}

function integration(): Markup {
  return html`<section class="card" id="integration" aria-labelledby="integration-title">
    <div class="card-head">
      <h2 id="integration-title">Tell us about your integration</h2>
    </div>
    <form id="notes" class="fields two-columns" inert>
      <label>
        <span>Product</span>
        <input name="product" maxlength="120" autocomplete="organization" />
      </label>
      <label>
        <span>Website</span>
        <input name="website" type="url" maxlength="200" autocomplete="url" />
      </label>
      <label>
        <span>How far is it?</span>
        <select name="stage">
          ${options(stages)}
        </select>
      </label>
      <label>
        <span>Launched, or to be launched, on</span>
        <input name="launch_on" type="date" />
      </label>
      ${radios({ name: 'volume', legend: 'How much will you ask?', choices: volumes })}
      ${checkboxes({ name: 'endpoints', legend: 'What do you ask for?', choices: endpoints })}
      <label class="wide">
        <span>Who calls what, and why?</span>
        <textarea
          name="notes"
          rows="10"
          maxlength="20000"
          placeholder="Whoever takes over will be glad."
        ></textarea>
        <small class="muted">Room for 2,000 words and more. Typing alone sends nothing.</small>
      </label>
      ${editable({
        name: 'story',
        label: 'How do people meet our charts in your product?',
        hint: 'Not a field of a form, but an editable part of the page.',
      })}
      <label>
        <span>Whom may we ring at night?</span>
        <input name="night_phone" type="tel" maxlength="60" autocomplete="off" data-session-guard-ignore />
        <small class="muted">Somebody’s own number, so no draft of it is ever kept.</small>
      </label>
      <label>
        <span>Secret for webhooks</span>
        <input name="webhook_secret" type="password" maxlength="100" autocomplete="new-password" />
        <small class="muted">Neither this page nor a draft shows it again.</small>
      </label>
      ${formActions('Save')}
    </form>
  </section>`;
}
