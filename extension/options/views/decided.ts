import { html, nothing } from 'lit';
import { decidedText } from '../../policy/decided.ts';
import type { Decider } from '../../policy/in-force.ts';
import type { Scene } from '../scene.ts';

/** Who decided, beside what is greyed out; `id`: for `aria-describedby`. */
export const decidedNote = (decider: Decider | undefined, id: string, { words }: Scene): unknown =>
  decider ? html`<p class="hint" id=${id}>${decidedText(decider, words)}</p>` : nothing;

/** Controls that are greyed out, never hidden, where somebody else decided. */
export const decidable = (
  decider: Decider | undefined,
  id: string,
  scene: Scene,
  content: unknown,
): unknown =>
  decider
    ? html`<fieldset class="stack close" disabled aria-describedby=${id}>
        ${decidedNote(decider, id, scene)} ${content}
      </fieldset>`
    : content;
