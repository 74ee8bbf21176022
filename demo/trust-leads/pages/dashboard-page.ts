import { html } from 'hono/html';
import { layout, type Markup } from '../../pages/layout.ts';
import { panel } from '../../pages/panel.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { face } from '../face.ts';
import { stages } from '../leads.ts';
import { refusalForms } from '../trust-leads.ts';
import { icon } from './icons.ts';

export interface DashboardInput {
  /** The end of the caller's session. */
  expiresAt: number;
  now: number;
}

export function dashboardPage(session: DashboardInput): Markup {
  return layout({
    face,
    title: 'Leads · Trust Leads',
    kind: 'dashboard-page',
    firstScript: '/assets/clock.js',
    script: '/trust-leads/assets/dashboard.js',
    body: html`
      <div class="app">
        ${sideNavigation()}
        <main class="content" id="content" data-state="loading">
          <header class="content-head">
            <div>
              <h1>Good leads, freshly found</h1>
              <p class="muted" id="freshness">Loading …</p>
            </div>
            <button class="button" type="button" id="refresh">${icon('refresh')} Refresh</button>
          </header>
          <p class="notice" id="notice" role="status" hidden></p>
          ${savedSearches()}
          <div class="leads-and-notes">${leadsTable()} ${notesOnLead()}</div>
          ${jobHistory()}
        </main>
        ${underTheHood()}
      </div>
      ${guard(session)}
    `,
  });
}

function underTheHood(): Markup {
  return panel({
    serverFacts: [
      ['Session ends', 'server-session'],
      ['Access token', 'server-access'],
      ['Lives unused for', 'server-lifetime'],
      ['Last refresh', 'server-refresh'],
      ['Requests', 'server-counts'],
    ],
    looks: true,
    endHint: 'The element learns of it with the next refused request or look.',
    more: html`<section>
      <h2>Be refused for something else</h2>
      <div class="levers">
        <button type="button" id="do-wrong-password">Wrong password</button>
        <button type="button" id="do-forbidden">Missing right</button>
        <button type="button" id="do-api-key">Unknown API key</button>
        <button type="button" id="do-no-csrf">No CSRF token</button>
      </div>
      <p class="hint">401 or 403, each with a code of its own. None is the end of the session.</p>
    </section>`,
    switches: html`<label>
      <span>Refusals carry their code as</span>
      <select id="refusal-form">
        ${refusalForms.map((form) => html`<option>${form}</option>`)}
      </select>
    </label>`,
  });
}

// Both ends: together they tell the element what this server's clock shows.
function guard({ expiresAt, now }: DashboardInput): Markup {
  return html`<session-guard
    id="guard"
    expires-at="${rfc3339(expiresAt)}"
    expires-in="${(expiresAt - now) / 1000}"
    session-url="/trust-leads/api/session"
    renew-url="/trust-leads/auth/refresh"
    csrf-from="cookie:trust-leads-csrf"
    sign-in-url="/trust-leads/signin"
    return-param="return_to"
    sign-out-url="/trust-leads/signout"
  ></session-guard>`;
}

function sideNavigation(): Markup {
  return html`<aside class="side">
    <a class="wordmark" href="/" title="To the start page of the demo">
      <img src="/trust-leads/assets/icon.svg" alt="" width="30" height="30" /> Trust Leads
    </a>
    <nav aria-label="Dashboard">
      <a href="#searches" aria-current="true">${icon('search')} Saved searches</a>
      <a href="#leads">${icon('leads')} Leads</a>
      <a href="#lead-notes">${icon('notes')} Notes</a>
      <a href="#jobs">${icon('jobs')} Job history</a>
    </nav>
    <div class="account">
      <span class="avatar" aria-hidden="true">A</span>
      <span class="account-name">Ada<small>Researcher</small></span>
      <button class="icon-button" type="button" id="sign-out" title="Sign out">
        ${icon('out')}<span class="visually-hidden">Sign out</span>
      </button>
    </div>
  </aside>`;
}

function savedSearches(): Markup {
  return html`<section id="searches" aria-labelledby="searches-title">
    <h2 class="visually-hidden" id="searches-title">Saved searches</h2>
    <ul class="searches" id="search-list">
      ${[1, 2, 3, 4].map(() => html`<li class="search card waiting"></li>`)}
    </ul>
  </section>`;
}

function leadsTable(): Markup {
  return html`<section class="card" id="leads" aria-labelledby="leads-title">
    <div class="card-head">
      <h2 id="leads-title">Leads <span class="count" id="lead-count"></span></h2>
      <div class="filters">
        <label>
          <span class="visually-hidden">Search leads</span>
          <input type="search" id="lead-search" placeholder="Search leads" spellcheck="false" />
        </label>
        <label>
          <span class="visually-hidden">Stage</span>
          <select id="lead-stage">
            <option value="">Every stage</option>
            ${stages.map((stage) => html`<option value="${stage}">${capital(stage)}</option>`)}
          </select>
        </label>
      </div>
    </div>
    <div class="table-scroll">
      <table class="records">
        <thead>
          <tr>
            <th scope="col">Company</th>
            <th scope="col" class="contact">Contact</th>
            <th scope="col" class="fit">Fit</th>
            <th scope="col">Stage</th>
            <th scope="col" class="number">Found</th>
          </tr>
        </thead>
        <tbody id="lead-rows"></tbody>
      </table>
    </div>
    <p class="empty" id="leads-empty" hidden>No lead matches.</p>
  </section>`;
}

function notesOnLead(): Markup {
  return html`<section class="card" id="lead-notes" aria-labelledby="lead-title">
    <div class="card-head">
      <div>
        <h2 id="lead-title">No lead chosen</h2>
        <p class="muted"><span id="lead-contact"></span> <a id="lead-mail"></a></p>
      </div>
    </div>
    <form id="lead" class="fields" inert>
      <label>
        <span>Stage</span>
        <select id="stage" name="stage">
          ${stages.map((stage) => html`<option value="${stage}">${capital(stage)}</option>`)}
        </select>
      </label>
      <label>
        <span>Notes on this lead</span>
        <textarea
          id="notes"
          name="notes"
          rows="9"
          maxlength="20000"
          placeholder="What was said, what was promised, what comes next?"
        ></textarea>
        <small class="muted">Kept on the server once you save. Typing alone sends nothing.</small>
      </label>
      <div class="form-actions">
        <button class="button primary" type="submit" id="save">Save notes</button>
        <button class="button" type="button" id="discard">Discard</button>
        <p class="save-state" id="save-state" role="status"></p>
      </div>
    </form>
  </section>`;
}

function jobHistory(): Markup {
  return html`<section class="card" id="jobs" aria-labelledby="jobs-title">
    <div class="card-head">
      <h2 id="jobs-title">Job history <span class="count" id="job-count"></span></h2>
    </div>
    <div class="table-scroll">
      <table class="records">
        <thead>
          <tr>
            <th scope="col">Search</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">Started</th>
            <th scope="col" class="number took">Took</th>
            <th scope="col" class="number">Pages read</th>
            <th scope="col" class="number">Leads</th>
          </tr>
        </thead>
        <tbody id="job-rows"></tbody>
      </table>
    </div>
  </section>`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
