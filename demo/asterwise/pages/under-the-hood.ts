import { html } from 'hono/html';
import type { GuardSwitch } from '../../guard-switches.ts';
import type { Markup } from '../../pages/layout.ts';
import { panel } from '../../pages/panel.ts';
import { face } from '../face.ts';
import { refusals } from '../assets/provoked.ts';

const facts: [string, string][] = [
  ['End', 'server-end'],
  ['Whole life', 'server-lifetime'],
];

/** The panel of the dashboard. */
export function underTheHood(asked: readonly GuardSwitch[]): Markup {
  return panel({
    serverFacts: [
      ...facts,
      ['Start-up request', 'server-startup'],
      ['Start-ups since sign-in', 'server-renewals'],
      ['Other requests', 'server-requests'],
    ],
    looks: false,
    unguarded: asked.includes('unguarded'),
    comingBack: { face, asked },
    endHint: 'Nothing here can look: the element learns of it with the next refused request, or at the end.',
    more: html`<section>
      <h2>Be refused for something else</h2>
      <div class="levers">
        ${refusals.map(({ id, label }) => html`<button type="button" id="refuse-${id}">${label}</button>`)}
      </div>
      <p class="hint">Each goes through the guarded fetch, and none ends the session.</p>
    </section>`,
  });
}

/** The panel of the flow. */
export function underTheFlow(unguarded: boolean): Markup {
  return panel({
    serverFacts: [...facts, ['Requests', 'server-requests']],
    looks: false,
    unguarded,
    endHint: 'The element learns of it with the next refused request, or at the end.',
  });
}
