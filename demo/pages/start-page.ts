import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

interface Link {
  href: string;
  label: string;
}

interface Try {
  title: string;
  text: string;
  link?: Link;
}

export interface DemoSystem {
  name: string;
  summary: string;
  facts: [label: string, text: string][];
  open: Link;
  also: Link & { text: string };
  tries: Try[];
}

const systems: DemoSystem[] = [
  {
    name: 'ARCP',
    summary:
      'An agent registry with an admin dashboard. A bearer token in local storage, an idle timeout on the server beside it, and a content security policy that allows nothing inline.',
    facts: [
      ['Session', 'ends after 60 seconds without a request'],
      ['Token', 'JWT, ends after ten times that'],
      ['Over', '401 with problem details (RFC 9457)'],
    ],
    open: { href: '/arcp/', label: 'Open the dashboard' },
    also: {
      text: 'The real system has 60 minutes by default.',
      href: '/arcp/signin?ttl=60m',
      label: 'Sign in for 60 minutes',
    },
    tries: [
      {
        title: 'Watch the countdown',
        text: 'Sign in and keep your hands still. Half a minute before the end the warning comes, once.',
      },
      {
        title: 'Stay signed in',
        text: 'Press the button in the warning. The panel shows the end moving on the server, not only on screen.',
      },
      {
        title: 'Let it expire while you type',
        text: 'Write in “Notes to the next shift” past the end: typing is no request. Sign in again in the new tab and come back. Every word is still there.',
      },
      {
        title: 'Restart the server’s memory',
        text: 'All sessions are gone at once. The next request finds out, and the prompt names that reason.',
      },
      {
        title: 'Go offline',
        text: 'Past the end nobody can confirm it. The prompt claims no more than it knows, and asks again once you are back.',
      },
      {
        title: 'Work with a wrong clock',
        text: 'A computer that is ten minutes fast still gets the right countdown.',
        link: { href: '/arcp/?clock=+10m', label: 'Open it ten minutes fast' },
      },
    ],
  },
];

const attributes = [
  ['session-url', '/api/session'],
  ['renew-url', '/api/session/renew'],
  ['sign-in-url', '/signin'],
] as const;

// No line depends on white space, which the formatter is free to change.
const snippet = html`<code class="snippet">
  <span>&lt;<b>session-guard</b></span>
  ${attributes.map(([name, value]) => html`<span class="indent">${name}=<i>"${value}"</i></span>`)}
  <span>&gt;&lt;/<b>session-guard</b>&gt;</span>
</code>`;

export function startPage(): Markup {
  return layout({
    title: 'session-guard: try it',
    kind: 'start-page',
    body: html`<header class="hero">
        <div class="hero-text">
          <p class="wordmark"><img src="/assets/icon.svg" alt="" width="28" height="28" /> session-guard</p>
          <h1>Sessions end. Work should not.</h1>
          <p class="lead">
            One element warns before a sign-in session ends, renews it while it is alive, and asks once, on
            purpose, when it is over. Here it runs in a dashboard with a server of its own, on this computer
            only, so that you can let things go wrong.
          </p>
        </div>
        ${snippet}
      </header>
      <main>${systems.map(system)}</main>
      <footer class="colophon">
        Everything lives in the memory of this process. Stop it with Ctrl+C and nothing is left.
      </footer>`,
  });
}

function system({ name, summary, facts, open, also, tries }: DemoSystem): Markup {
  return html`<section class="system" aria-labelledby="system-${name}">
    <div class="system-about">
      <h2 id="system-${name}">${name}</h2>
      <p>${summary}</p>
      <dl class="facts">
        ${facts.map(
          ([label, text]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      <a class="button primary" href="${open.href}">${open.label}</a>
      <p class="also">${also.text} <a href="${also.href}">${also.label}</a></p>
    </div>
    <div class="system-tries">
      <h3>What to try</h3>
      <ol class="tries">
        ${tries.map(
          ({ title, text, link }) =>
            html`<li>
              <h4>${title}</h4>
              <p>${text}</p>
              ${link ? html`<p><a href="${link.href}">${link.label}</a></p>` : ''}
            </li>`,
        )}
      </ol>
    </div>
  </section>`;
}
