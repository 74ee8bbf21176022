import { html } from 'hono/html';
import type { GuardSwitch } from '../guard-switches.ts';
import type { Person } from '../people.ts';
import type { Face } from '../system.ts';
import type { Markup } from './layout.ts';

export interface ComingBack {
  face: Face;
  /** What the page's address has switched on. */
  asked: readonly GuardSwitch[];
}

const boxes: [name: GuardSwitch, label: string][] = [
  ['cover', 'Cover the page once the session is over'],
  ['drafts', 'Keep drafts of unsaved text for this tab'],
  ['notice', 'A quiet notice 45 seconds before the end'],
  ['title', 'Count down in the tab’s title'],
];

const places: [name: GuardSwitch | '', label: string][] = [
  ['', 'a new tab'],
  ['same-tab', 'this tab'],
  ['popup', 'a popup'],
];

/**
 * In the panel: other attributes for the element, and somebody else to sign in as. `looks`: drafts are given back only
 * after a look said whose session it is.
 */
export function comingBack({ face, asked }: ComingBack, looks: boolean): Markup {
  const offered = boxes.filter(([name]) => looks || name !== 'drafts');
  return html`<section>
    <h2>Coming back</h2>
    <div class="switches">
      ${offered.map(
        ([name, label]) =>
          html`<label>
            <input
              type="checkbox"
              data-switch="${name}"
              autocomplete="off"
              ${asked.includes(name) ? 'checked' : ''}
            />
            ${label}
          </label>`,
      )}
      <label>
        <span>Sign in in</span>
        <select id="sign-in-place" autocomplete="off">
          ${places.map(
            ([name, label]) =>
              html`<option value="${name}" ${name && asked.includes(name) ? 'selected' : ''}>
                ${label}
              </option>`,
          )}
        </select>
      </label>
    </div>
    <p class="hint">Each reloads the page, with another attribute on the element.</p>
    <div class="levers">${face.people.map((person) => signInAs(face, person))}</div>
  </section>`;
}

// A link for each: which of them is somebody else, the page's script knows.
function signInAs({ id }: Face, person: Person): Markup {
  const address = `/${id}/signin?${new URLSearchParams({ as: person.id, then: 'close' })}`;
  return html`<a href="${address}" target="_blank" rel="noopener" data-person="${person.id}" hidden>
    Sign in as ${person.name} in another tab
  </a>`;
}
