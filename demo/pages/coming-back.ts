import { html } from 'hono/html';
import type { GuardAttribute, GuardSwitch } from '../guard-switches.ts';
import type { Person } from '../people.ts';
import type { Face } from '../system.ts';
import type { Markup } from './layout.ts';

export interface ComingBack {
  face: Face;
  /** What the page's address has switched on. */
  asked: readonly GuardSwitch[];
}

const boxes: [name: GuardAttribute, label: string][] = [
  ['cover', 'Cover the page once the session is over'],
  ['drafts', 'Keep drafts of unsaved text for this tab'],
  ['notice', 'A quiet notice 45 seconds before the end'],
  ['title', 'Count down in the tab’s title'],
];

const places: [name: GuardAttribute | '', label: string][] = [
  ['', 'a new tab'],
  ['same-tab', 'this tab'],
  ['popup', 'a popup'],
];

/**
 * In the panel: other attributes for the element, and somebody else to sign in as. `looks`: drafts are given back only
 * after a look said whose session it is.
 */
export function comingBack({ face, asked }: ComingBack, looks: boolean): Markup {
  const unguarded = asked.includes('unguarded');
  const offered = boxes.filter(([name]) => !unguarded && (looks || name !== 'drafts'));
  return html`<section>
    <h2>Coming back</h2>
    <div class="switches">
      ${offered.map(([name, label]) => box(name, label, asked))} ${unguarded ? '' : signInPlace(asked)}
      ${box('unguarded', 'No element: leave this page to the extension', asked)}
    </div>
    <p class="hint">
      ${
        unguarded
          ? 'This reloads the page, with its element.'
          : 'Each reloads the page, with another attribute on the element, or without it.'
      }
    </p>
    <div class="levers">${face.people.map((person) => signInAs(face, person))}</div>
  </section>`;
}

function box(name: GuardSwitch, label: string, asked: readonly GuardSwitch[]): Markup {
  return html`<label>
    <input
      type="checkbox"
      data-switch="${name}"
      autocomplete="off"
      ${asked.includes(name) ? 'checked' : ''}
    />
    ${label}
  </label>`;
}

function signInPlace(asked: readonly GuardSwitch[]): Markup {
  return html`<label>
    <span>Sign in in</span>
    <select id="sign-in-place" autocomplete="off">
      ${places.map(
        ([name, label]) =>
          html`<option value="${name}" ${name && asked.includes(name) ? 'selected' : ''}>${label}</option>`,
      )}
    </select>
  </label>`;
}

// A link for each: which of them is somebody else, the page's script knows.
function signInAs({ id }: Face, person: Person): Markup {
  const address = `/${id}/signin?${new URLSearchParams({ as: person.id, then: 'close' })}`;
  return html`<a href="${address}" target="_blank" rel="noopener" data-person="${person.id}" hidden>
    Sign in as ${person.name} in another tab
  </a>`;
}
