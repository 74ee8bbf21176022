import { html } from 'hono/html';
import { guardAttributes, type GuardSwitch } from '../../guard-switches.ts';
import { dashboardFrame } from '../../pages/dashboard-frame.ts';
import { checkboxes, editable, formActions, options, radios } from '../../pages/fields.ts';
import type { Markup } from '../../pages/layout.ts';
import { panel } from '../../pages/panel.ts';
import type { Person } from '../../people.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { nextSteps, sources, warmths } from '../entry.ts';
import { face } from '../face.ts';
import { stages } from '../leads.ts';
import { refusalForms } from '../trust-leads.ts';
import { icon } from './icons.ts';

export interface DashboardInput {
  person: Person;
  /** The end of the caller's session. */
  expiresAt: number;
  now: number;
  asked: readonly GuardSwitch[];
}

export function dashboardPage(input: DashboardInput): Markup {
  return dashboardFrame({
    face,
    title: 'Leads',
    heading: html`<h1>Good leads, freshly found</h1>`,
    links: [
      { href: '#searches', icon: icon('search'), label: 'Saved searches' },
      { href: '#leads', icon: icon('leads'), label: 'Leads' },
      { href: '#lead-notes', icon: icon('notes'), label: 'Research note' },
      { href: '#jobs', icon: icon('jobs'), label: 'Job history' },
    ],
    person: input.person,
    sections: html`${savedSearches()} ${leadsTable()} ${researchNote()} ${jobHistory()}`,
    panel: underTheHood(input.asked),
    guard: input.asked.includes('unguarded') ? undefined : guard(input),
  });
}

function underTheHood(asked: readonly GuardSwitch[]): Markup {
  return panel({
    serverFacts: [
      ['Session ends', 'server-session'],
      ['Access token', 'server-access'],
      ['Lives unused for', 'server-lifetime'],
      ['Last refresh', 'server-refresh'],
      ['Requests', 'server-counts'],
    ],
    looks: true,
    unguarded: asked.includes('unguarded'),
    comingBack: { face, asked },
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
function guard({ person, expiresAt, now, asked }: DashboardInput): Markup {
  return html`<session-guard
    id="guard"
    expires-at="${rfc3339(expiresAt)}"
    expires-in="${(expiresAt - now) / 1000}"
    session-url="/trust-leads/api/session"
    renew-url="/trust-leads/auth/refresh"
    csrf-from="cookie:trust-leads-csrf"
    subject="${person.id}"
    ${guardAttributes(face.id, asked)}
    return-param="return_to"
    sign-out-url="/trust-leads/signout"
  ></session-guard>`;
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

function researchNote(): Markup {
  return html`<section class="card" id="lead-notes" aria-labelledby="lead-title">
    <div class="card-head">
      <div>
        <h2 id="lead-title">No lead chosen</h2>
        <p class="muted"><span id="lead-contact"></span> <a id="lead-mail"></a></p>
      </div>
    </div>
    <form id="lead" class="fields two-columns" inert>
      <label>
        <span>Stage</span>
        <select id="stage" name="stage">
          ${options(stages.map((stage) => [stage, capital(stage)] as const))}
        </select>
      </label>
      <label>
        <span>What may they spend, in pounds?</span>
        <input name="budget" type="number" min="0" max="1000000" step="100" required />
      </label>
      ${radios({ name: 'warmth', legend: 'How warm is it?', choices: warmths })}
      ${checkboxes({ name: 'sources', legend: 'Where we know it from', choices: sources })}
      <label class="wide">
        <span>Research note</span>
        <textarea
          id="notes"
          name="notes"
          rows="10"
          maxlength="20000"
          placeholder="What was said, what was promised, what did you find out?"
        ></textarea>
        <small class="muted">Room for 2,000 words and more. Typing alone sends nothing.</small>
      </label>
      ${editable({
        name: 'quote',
        label: 'In their own words',
        hint: 'Not a field of a form, but an editable part of the page.',
      })}
      <label>
        <span>Next step</span>
        <select name="next_step">
          ${options(nextSteps)}
        </select>
      </label>
      <label>
        <span>On</span>
        <input name="next_on" type="date" />
      </label>
      <label>
        <span>Private number</span>
        <input name="private_phone" type="tel" maxlength="60" autocomplete="off" data-session-guard-ignore />
        <small class="muted">Their own, so no draft of it is ever kept.</small>
      </label>
      <label>
        <span>Password for their supplier portal</span>
        <input name="portal_password" type="password" maxlength="100" autocomplete="new-password" />
        <small class="muted">Neither this page nor a draft shows it again.</small>
      </label>
      ${formActions('Save note')}
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
