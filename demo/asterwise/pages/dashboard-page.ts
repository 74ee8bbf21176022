import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { face } from '../face.ts';
import { icon } from './icons.ts';
import { underTheHood } from './under-the-hood.ts';

export function dashboardPage(): Markup {
  return layout({
    face,
    title: 'Usage · Asterwise',
    kind: 'dashboard-page',
    firstScript: '/assets/clock.js',
    script: '/asterwise/assets/dashboard.js',
    body: html`
      <div class="app">
        ${sideNavigation()}
        <main class="content" id="content" data-state="loading">
          <header class="content-head">
            <div>
              <h1>Usage</h1>
              <p class="muted" id="freshness">Loading …</p>
            </div>
            <button class="button" type="button" id="refresh">${icon('refresh')} Refresh</button>
          </header>
          <p class="notice" id="notice" role="status" hidden></p>
          ${calls()} ${keys()} ${notes()}
        </main>
        ${underTheHood()}
      </div>
      ${guard()}
    `,
  });
}

// In a template: the script gives it its `fetch` first. It says nothing of an end: the start-up request does.
function guard(): Markup {
  return html`<template id="guard">
    <session-guard
      renew-url="/asterwise/api/dashboard"
      renew-method="GET"
      sign-in-url="/asterwise/signin"
      return-param="return_to"
      sign-out-url="/asterwise/signout"
    ></session-guard>
  </template>`;
}

function sideNavigation(): Markup {
  return html`<aside class="side">
    <a class="wordmark" href="/" title="To the start page of the demo">
      <img src="/asterwise/assets/icon.svg" alt="" width="30" height="30" /> Asterwise
    </a>
    <nav aria-label="Dashboard">
      <a href="#usage" aria-current="true">${icon('usage')} Usage</a>
      <a href="#keys">${icon('keys')} API keys</a>
      <a href="#integration">${icon('notes')} Notes</a>
      <a href="/asterwise/verify">${icon('flow')} Get a key</a>
    </nav>
    <div class="account">
      <span class="avatar" aria-hidden="true">V</span>
      <span class="account-name">Vera<small>Developer</small></span>
      <button class="icon-button" type="button" id="sign-out" title="Sign out">
        ${icon('out')}<span class="visually-hidden">Sign out</span>
      </button>
    </div>
  </aside>`;
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

function keys(): Markup {
  return html`<section class="card" id="keys" aria-labelledby="keys-title">
    <div class="card-head">
      <h2 id="keys-title">API keys <span class="count" id="key-count"></span></h2>
      <a class="button" href="/asterwise/verify">Get a key by email</a>
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

function notes(): Markup {
  return html`<section class="card" id="integration" aria-labelledby="integration-title">
    <div class="card-head">
      <h2 id="integration-title">Notes on this integration</h2>
      <p class="save-state" id="save-state" role="status"></p>
    </div>
    <form id="notes" class="fields" inert>
      <label>
        <span class="visually-hidden">Notes on this integration</span>
        <textarea
          name="notes"
          rows="7"
          maxlength="20000"
          placeholder="Who calls what, and why? Whoever takes over will be glad."
        ></textarea>
        <small class="muted">Kept on the server once you save. Typing alone sends nothing.</small>
      </label>
      <div class="form-actions">
        <button class="button primary" type="submit" id="save">Save notes</button>
        <button class="button" type="button" id="discard">Discard</button>
      </div>
    </form>
  </section>`;
}
