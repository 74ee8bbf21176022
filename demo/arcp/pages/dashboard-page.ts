import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { panel } from '../../pages/panel.ts';
import { logLevels } from '../config.ts';
import { face } from '../face.ts';
import { icon } from './icons.ts';

export function dashboardPage(): Markup {
  return layout({
    face,
    title: 'Production registry · ARCP',
    kind: 'dashboard-page',
    firstScript: '/assets/clock.js',
    script: '/arcp/assets/dashboard.js',
    body: html`
      <div class="app">
        ${sideNavigation()}
        <main class="content" id="content" data-state="loading">
          <header class="content-head">
            <div>
              <h1 id="registry-name">Production registry</h1>
              <p class="muted" id="freshness">Loading …</p>
            </div>
            <button class="button" type="button" id="refresh">${icon('refresh')} Refresh</button>
          </header>
          <p class="notice" id="notice" role="status" hidden></p>
          ${overview()} ${agentsTable()} ${configuration()}
        </main>
        ${underTheHood()}
      </div>
      ${guard()}
    `,
  });
}

function underTheHood(): Markup {
  return panel({
    serverFacts: [
      ['Idle end', 'server-idle'],
      ['Token end', 'server-token'],
      ['Idle timeout', 'server-timeout'],
      ['Last use', 'server-use'],
      ['Requests', 'server-counts'],
    ],
    looks: true,
    endHint: 'The element learns of it with the next refused request or look.',
    switches: html`<label>
      <input type="checkbox" id="is-bare" />
      <span>Terse: refusals without <code>error_code</code></span>
    </label>`,
  });
}

// In a template: the script gives it its `fetch` and its idle timeout before it connects and looks.
function guard(): Markup {
  return html`<template id="guard">
    <session-guard
      session-url="/arcp/auth/session_status"
      renew-url="/arcp/auth/renew"
      sign-in-url="/arcp/signin"
      return-param="return_to"
      sign-out-url="/arcp/signout"
      idle-timeout="60s"
    ></session-guard>
  </template>`;
}

function sideNavigation(): Markup {
  return html`<aside class="side">
    <a class="wordmark" href="/" title="To the start page of the demo">
      <img src="/arcp/assets/icon.svg" alt="" width="30" height="30" /> ARCP
    </a>
    <nav aria-label="Dashboard">
      <a href="#overview" aria-current="true">${icon('overview')} Overview</a>
      <a href="#agents">${icon('agents')} Agents</a>
      <a href="#configuration">${icon('config')} Configuration</a>
      <a href="#shift-notes">${icon('notes')} Shift notes</a>
    </nav>
    <div class="account">
      <span class="avatar" aria-hidden="true">A</span>
      <span class="account-name">ARCP<small>Administrator</small></span>
      <button class="icon-button" type="button" id="sign-out" title="Sign out">
        ${icon('out')}<span class="visually-hidden">Sign out</span>
      </button>
    </div>
  </aside>`;
}

function overview(): Markup {
  return html`<section id="overview" aria-labelledby="overview-title">
    <h2 id="overview-title" class="visually-hidden">Overview</h2>
    <div class="metrics" id="metrics">
      ${[1, 2, 3, 4].map(() => html`<div class="metric card waiting"></div>`)}
    </div>
  </section>`;
}

function agentsTable(): Markup {
  return html`<section class="card" id="agents" aria-labelledby="agents-title">
    <div class="card-head">
      <h2 id="agents-title">Agents <span class="count" id="agent-count"></span></h2>
      <div class="filters">
        <label>
          <span class="visually-hidden">Search agents</span>
          <input type="search" id="agent-search" placeholder="Search agents" spellcheck="false" />
        </label>
        <label>
          <span class="visually-hidden">Status</span>
          <select id="agent-status">
            <option value="">Every status</option>
            <option value="active">Active</option>
            <option value="degraded">Degraded</option>
            <option value="stale">Stale</option>
          </select>
        </label>
      </div>
    </div>
    <div class="table-scroll">
      <table class="records agents">
        <thead>
          <tr>
            <th scope="col">Agent</th>
            <th scope="col" class="type">Type</th>
            <th scope="col" class="version">Version</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">Requests, 24 h</th>
            <th scope="col" class="number">Success</th>
            <th scope="col" class="number">Last seen</th>
          </tr>
        </thead>
        <tbody id="agent-rows"></tbody>
      </table>
    </div>
    <p class="empty" id="agents-empty" hidden>No agent matches.</p>
  </section>`;
}

function configuration(): Markup {
  return html`<section class="card" id="configuration" aria-labelledby="configuration-title">
    <div class="card-head">
      <h2 id="configuration-title">Configuration</h2>
      <p class="save-state" id="save-state" role="status"></p>
    </div>
    <form id="config" class="fields two-columns" inert>
      <label>
        <span>Registry name</span>
        <input name="registry_name" maxlength="80" required autocomplete="off" />
      </label>
      <label>
        <span>Log level</span>
        <select name="log_level">
          ${logLevels.map((level) => html`<option>${level}</option>`)}
        </select>
      </label>
      <label>
        <span>Heartbeat every, seconds</span>
        <input name="heartbeat_interval" type="number" min="5" max="600" required />
      </label>
      <label>
        <span>Stale after, seconds</span>
        <input name="stale_after" type="number" min="10" max="86400" required />
      </label>
      <label class="check wide">
        <input name="accept_registrations" type="checkbox" />
        <span>Accept registrations of new agents</span>
      </label>
      <label class="wide" id="shift-notes">
        <span>Notes to the next shift</span>
        <textarea
          name="shift_notes"
          rows="7"
          maxlength="20000"
          placeholder="What should the next shift know?"
        ></textarea>
        <small class="muted">Kept on the server once you save. Typing alone sends nothing.</small>
      </label>
      <div class="wide form-actions">
        <button class="button primary" type="submit" id="save">Save changes</button>
        <button class="button" type="button" id="discard">Discard</button>
      </div>
    </form>
  </section>`;
}
