import { html } from 'hono/html';
import { guardAttributes, type GuardSwitch } from '../../guard-switches.ts';
import { dashboardFrame } from '../../pages/dashboard-frame.ts';
import { checkboxes, editable, formActions, options, radios } from '../../pages/fields.ts';
import type { Markup } from '../../pages/layout.ts';
import { panel } from '../../pages/panel.ts';
import { callees, logLevels, parts, states } from '../config.ts';
import { face } from '../face.ts';
import { icon } from './icons.ts';

export function dashboardPage(asked: readonly GuardSwitch[]): Markup {
  return dashboardFrame({
    face,
    title: 'Production registry',
    heading: html`<h1 id="registry-name">Production registry</h1>`,
    links: [
      { href: '#overview', icon: icon('overview'), label: 'Overview' },
      { href: '#agents', icon: icon('agents'), label: 'Agents' },
      { href: '#configuration', icon: icon('config'), label: 'Configuration' },
      { href: '#hand-over', icon: icon('notes'), label: 'Hand-over' },
    ],
    sections: html`${overview()} ${agentsTable()} ${configuration()}`,
    panel: underTheHood(asked),
    guard: asked.includes('unguarded') ? undefined : guard(asked),
  });
}

function underTheHood(asked: readonly GuardSwitch[]): Markup {
  return panel({
    serverFacts: [
      ['Idle end', 'server-idle'],
      ['Token end', 'server-token'],
      ['Idle timeout', 'server-timeout'],
      ['Last use', 'server-use'],
      ['Requests', 'server-counts'],
    ],
    looks: true,
    unguarded: asked.includes('unguarded'),
    comingBack: { face, asked },
    endHint: 'The element learns of it with the next refused request or look.',
    switches: html`<label>
      <input type="checkbox" id="is-bare" />
      <span>Terse: refusals without <code>error_code</code></span>
    </label>`,
  });
}

// In a template: the script gives it its `fetch`, its idle timeout and its subject before it connects and looks.
function guard(asked: readonly GuardSwitch[]): Markup {
  return html`<template id="guard">
    <session-guard
      session-url="/arcp/auth/session_status"
      renew-url="/arcp/auth/renew"
      ${guardAttributes(face.id, asked)}
      return-param="return_to"
      sign-out-url="/arcp/signout"
      idle-timeout="60s"
    ></session-guard>
  </template>`;
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
      <h2 id="configuration-title">Configuration and hand-over</h2>
    </div>
    <form id="config" class="fields" inert>${registry()} ${handOver()} ${formActions('Save changes')}</form>
  </section>`;
}

function registry(): Markup {
  return html`<fieldset class="part two-columns">
    <legend>Registry</legend>
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
  </fieldset>`;
}

/** What takes longest to write in this system. */
function handOver(): Markup {
  return html`<fieldset class="part two-columns" id="hand-over">
    <legend>Hand-over to the next shift</legend>
    ${radios({ name: 'state', legend: 'How it stands', choices: states })}
    ${checkboxes({ name: 'affected', legend: 'What is affected', choices: parts })}
    <label>
      <span>Since</span>
      <input name="since" type="datetime-local" />
    </label>
    <label>
      <span>Look at it again on</span>
      <input name="review_on" type="date" />
    </label>
    <label class="wide">
      <span>Notes to the next shift</span>
      <textarea
        name="shift_notes"
        rows="10"
        maxlength="20000"
        placeholder="What should the next shift know?"
      ></textarea>
      <small class="muted">Room for 2,000 words and more. Typing alone sends nothing.</small>
    </label>
    ${editable({
      name: 'steps',
      label: 'Run-book, step by step',
      hint: 'Not a field of a form, but an editable part of the page.',
    })}
    <label>
      <span>Call first</span>
      <select name="call_first">
        ${options(callees)}
      </select>
    </label>
    <label>
      <span>Who reported it, and on what number</span>
      <input name="caller" maxlength="200" autocomplete="off" data-session-guard-ignore />
      <small class="muted">About somebody else, so no draft of it is ever kept.</small>
    </label>
    <label>
      <span>Emergency code for the vault</span>
      <input name="vault_code" type="password" maxlength="100" autocomplete="new-password" />
      <small class="muted">Goes to the vault. Neither this page nor a draft shows it again.</small>
    </label>
  </fieldset>`;
}
