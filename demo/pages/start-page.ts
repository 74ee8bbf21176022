import { html } from 'hono/html';
import type { DemoSystem } from '../system.ts';
import { comingBack } from './start-coming-back.ts';
import { layout, type Markup } from './layout.ts';

/** What the page says of a system, or of what is beside them. */
export type Card = Pick<DemoSystem, 'id' | 'name' | 'summary' | 'facts' | 'open' | 'also' | 'tries'>;

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

/** `identity`: where the provider is served. */
export function startPage(systems: readonly DemoSystem[], identity: string): Markup {
  return layout({
    title: 'session-guard: try it',
    kind: 'start-page',
    body: html`<header class="hero">
        <div class="hero-text">
          <p class="wordmark"><img src="/assets/icon.svg" alt="" width="28" height="28" /> session-guard</p>
          <h1>Sessions end. Work should not.</h1>
          <p class="lead">
            One element warns before a sign-in session ends, renews it while it is alive, and asks once, on
            purpose, when it is over. Here it runs in dashboards with servers of their own, on this computer
            only, so that you can let things go wrong.
          </p>
          <p class="form-actions">
            <a class="button primary" href="/playground/">Open the playground</a>
            <span class="muted">Every state in a minute, with a clock that you turn.</span>
          </p>
        </div>
        ${snippet}
      </header>
      <main>
        ${systems.map((system) => card(system, tryExtension(system)))} ${card(comingBack(identity))}
      </main>
      <footer class="colophon">
        Everything lives in the memory of this process. Stop it with Ctrl+C and nothing is left.
      </footer>`,
  });
}

const tryExtension = ({ id, name }: DemoSystem) =>
  html`<p class="also">
    Try the extension: <a href="/${id}/?unguarded&panel=open">Open ${name} without its element</a>
  </p>`;

function card({ id, name, summary, facts, open, also, tries }: Card, more?: Markup): Markup {
  return html`<section class="system ${id}" aria-labelledby="system-${id}">
    <div class="system-about">
      <h2 id="system-${id}">${name}</h2>
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
      ${more ?? ''}
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
