import { html, nothing } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import { fill } from '../../pages/texts.ts';
import type { Scene } from '../scene.ts';
import { themeWords } from './words.ts';

/** Each at its path in the file, with what would be right there. */
export function problemsView({ words }: Scene, problems: readonly Problem[]): unknown {
  const said = themeWords(words);
  return html`<ul class="list problems">
    ${problems.map(
      ({ code, field, found, expected }) =>
        html`<li>
          <p>
            ${field === undefined ? nothing : html`<code dir="ltr">${field}:</code> `}${
              code === 'full' ? said.full : expected ? fill(said.editor.expected, { expected }) : code
            }${found === undefined ? nothing : `; ${fill(said.editor.found, { found })}`}
          </p>
        </li>`,
    )}
  </ul>`;
}
