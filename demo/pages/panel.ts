import { html } from 'hono/html';
import { comingBack, type ComingBack } from './coming-back.ts';
import { icon } from './icon.ts';
import type { Markup } from './layout.ts';

export interface PanelInput {
  /** What the page's script tells of the server's belief: a label, and the id of its place. */
  serverFacts: [label: string, id: string][];
  /** Whether the element has a `session-url`. */
  looks: boolean;
  /** Under the buttons that end the session. */
  endHint: string;
  /** The page has no element: the extension guards it. */
  unguarded: boolean;
  /** Absent where nobody signs in. */
  comingBack?: ComingBack;
  /** Sections of the system's own. */
  more?: Markup;
  /** Checkboxes of the system's own. */
  switches?: Markup;
}

/** Beside the product, not part of it: what both sides believe, and levers to make them disagree. */
export function panel(input: PanelInput): Markup {
  const { serverFacts, looks, endHint, unguarded, more, switches } = input;
  return html`<aside class="panel" id="panel" aria-label="Under the hood">
    <button
      class="panel-toggle"
      type="button"
      id="panel-toggle"
      aria-expanded="false"
      aria-controls="panel-body"
    >
      ${icon('panel')} Under the hood <span class="phase" id="panel-phase" data-phase="none">none</span>
    </button>
    <div class="panel-body" id="panel-body" hidden>
      <div class="beliefs">
        <section>
          <h2>The server believes</h2>
          <p class="verdict" id="server-state" data-phase="none">…</p>
          <dl>${facts(serverFacts)}</dl>
        </section>
        <section>
          <h2>The element believes</h2>
          <p class="verdict" id="element-phase" data-phase="none">none</p>
          <dl>
            ${facts([
              ['Ends', 'element-ends'],
              ['Against server', 'element-difference'],
              ['Last reason', 'element-reason'],
              ['Local clock', 'element-clock'],
            ])}
          </dl>
        </section>
      </div>
      <section>
        <h2>Use it</h2>
        <div class="levers">
          <button type="button" id="do-call">Make an API call</button>
          ${looks && !unguarded ? html`<button type="button" id="do-look">Let the element look</button>` : ''}
        </div>
      </section>
      <section>
        <h2>End it on the server</h2>
        <div class="levers">
          <button type="button" id="do-expire">End now</button>
          <button type="button" id="do-revoke">Revoke this session</button>
          <button type="button" id="do-restart">Restart server memory</button>
        </div>
        <p class="hint">${unguarded ? 'The page learns of it with its next refused request.' : endHint}</p>
      </section>
      ${input.comingBack ? comingBack(input.comingBack, looks) : ''} ${more ?? ''}
      <section>
        <h2>Make it hard</h2>
        <div class="switches">
          <label><input type="checkbox" id="is-offline" /> Offline: this page’s requests fail</label>
          <label><input type="checkbox" id="is-slow" /> Slow: each answer takes 3 seconds</label>
          ${switches ?? ''}
        </div>
        <div class="levers clocks">
          <span>This computer’s clock</span>
          <a data-clock="-10m">10 min slow</a>
          <a data-clock="">right</a>
          <a data-clock="+10m">10 min fast</a>
        </div>
        <p class="hint">
          A clock reloads the page: it is set before any other script runs. The server’s clock stays right.
        </p>
      </section>
      <section>
        <h2>What happened</h2>
        <ol class="log" id="log"></ol>
      </section>
    </div>
  </aside>`;
}

function facts(rows: [label: string, id: string][]): Markup[] {
  return rows.map(
    ([label, id]) =>
      html`<div>
        <dt>${label}</dt>
        <dd id="${id}">–</dd>
      </div>`,
  );
}
