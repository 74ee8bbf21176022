import { html } from 'hono/html';
import type { Named } from '../people.ts';
import type { Face } from '../system.ts';
import { icon } from './icon.ts';
import { layout, type Markup } from './layout.ts';

export interface DashboardLink {
  href: string;
  icon: Markup;
  label: string;
}

export interface DashboardFrame {
  face: Face;
  title: string;
  /** The `h1`. */
  heading: Markup;
  /** Within the page first; the first one is where a person begins. */
  links: DashboardLink[];
  /** Absent where only the page's script can tell. */
  person?: Named;
  sections: Markup;
  panel: Markup;
  /** Absent where the extension guards the page. */
  guard?: Markup;
}

/** What the dashboards of all systems have around their own sections. */
export function dashboardFrame(frame: DashboardFrame): Markup {
  const { face, title, heading, sections, panel, guard } = frame;
  return layout({
    face,
    title: `${title} · ${face.name}`,
    kind: 'dashboard-page',
    firstScript: '/assets/clock.js',
    script: `/${face.id}/assets/dashboard.js`,
    body: html`
      <div class="app">
        ${sideNavigation(frame)}
        <main class="content" id="content" data-state="loading">
          <header class="content-head">
            <div>
              ${heading}
              <p class="muted" id="freshness">Loading …</p>
            </div>
            <button class="button" type="button" id="refresh">${icon('refresh')} Refresh</button>
          </header>
          <p class="notice" id="notice" role="status" hidden></p>
          ${sections}
        </main>
        ${panel}
      </div>
      ${guard ?? ''}
    `,
  });
}

function sideNavigation({ face: { id, name }, links, person }: DashboardFrame): Markup {
  return html`<aside class="side">
    <a class="wordmark" href="/" title="To the start page of the demo">
      <img src="/${id}/assets/icon.svg" alt="" width="30" height="30" /> ${name}
    </a>
    <nav aria-label="Dashboard">
      ${links.map(
        ({ href, icon, label }, index) =>
          html`<a href="${href}" ${index === 0 ? html`aria-current="true"` : ''}>${icon} ${label}</a>`,
      )}
    </nav>
    <div class="account">
      <span class="avatar" id="person-avatar" aria-hidden="true">${person?.name.charAt(0)}</span>
      <span class="account-name">
        <span id="person-name">${person?.name}</span><small id="person-role">${person?.role}</small>
      </span>
      <button class="icon-button" type="button" id="sign-out" title="Sign out">
        ${icon('out')}<span class="visually-hidden">Sign out</span>
      </button>
    </div>
  </aside>`;
}
