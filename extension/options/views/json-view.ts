import { html, nothing } from 'lit';
import { fill } from '../../pages/texts.ts';
import type { Draft, Placed } from '../drafts.ts';
import type { Scene } from '../scene.ts';
import { problemText } from './parts.ts';

/** The profile as text, its lines numbered, and what is wrong with it. */
export function jsonView(scene: Scene, draft: Draft, problems: readonly Placed[]): unknown {
  const { edit, words } = scene;
  const { site: said } = words.options;
  const lines = draft.text.split('\n').length;
  const wrong = new Set(problems.map(({ line }) => line));
  return html`<div class="stack close">
    <label for="json">${said.text}</label>
    <p class="hint" id="json-hint">${said.textHint}</p>
    <div class="json" dir="ltr">
      <ol aria-hidden="true">
        ${Array.from({ length: lines }, (_, at) => html`<li class=${wrong.has(at + 1) ? 'wrong' : ''}></li>`)}
      </ol>
      <textarea
        id="json"
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        rows=${lines}
        aria-describedby=${problems.length ? 'json-hint json-problems' : 'json-hint'}
        aria-invalid=${problems.length > 0}
        .value=${draft.text}
        @input=${(event: Event) => edit({ ...draft, text: (event.target as HTMLTextAreaElement).value }, draft.id)}
      ></textarea>
    </div>
  </div>`;
}

/** Each with its path and what would be right; a press leads to its line. */
export function problemList(
  { words }: Scene,
  problems: readonly Placed[],
  go?: (line: number) => void,
): unknown {
  const { problem: said } = words.options;
  if (!problems.length) return nothing;
  return html`<ul class="list problems" id="json-problems">
    ${problems.map((each) => {
      const line = fill(said.line, { line: each.line });
      const isPath = each.field !== undefined && each.code !== 'not-json';
      return html`<li>
        ${go ? html`<button class="quiet" @click=${() => go(each.line)}>${line}</button>` : html`<span>${line}</span>`}
        <p>${isPath ? html`<code dir="ltr">${each.field}:</code> ` : nothing}${problemText(each, words)}</p>
      </li>`;
    })}
  </ul>`;
}

export function showLine(text: string, line: number): void {
  const area = document.querySelector<HTMLTextAreaElement>('#json');
  if (!area) return;
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  document.querySelector(`.json li:nth-child(${line})`)?.scrollIntoView({ block: 'center' });
}
