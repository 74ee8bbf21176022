import { html, type TemplateResult } from 'lit/html.js';
import type { Piece } from './code.ts';
import { button } from './parts.ts';

/** What stands on the clipboard now. */
let copied = '';

export const copyText = async (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** Code to copy, true to the stage. */
export const codePanel = (pieces: readonly Piece[], changed: () => void): TemplateResult => {
  const copy = async ({ id, code }: Piece) => {
    copied = (await copyText(code)) ? id : '';
    if (!copied) getSelection()?.selectAllChildren(document.querySelector(`#code-${id}`)!);
    changed();
  };
  return html`<p class="intro">For exactly what is on the stage.</p>
    ${pieces.map(
      (piece) =>
        html`<section class="act piece">
          <div class="piece-head">
            <h2>${piece.title}</h2>
            ${button(copied === piece.id ? 'Copied' : 'Copy', () => void copy(piece), false, 'small')}
          </div>
          <p class="hint">${piece.about}</p>
          <pre
            tabindex="0"
            role="region"
            aria-label=${piece.title}
          ><code id="code-${piece.id}">${piece.code}</code></pre>
        </section>`,
    )}`;
};
