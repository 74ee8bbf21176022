import { html, type TemplateResult } from 'lit/html.js';

export interface Leaf {
  id: string;
  title: string;
  draw(): TemplateResult;
}

/** Tabs as in the ARIA practices: one stop for the Tab key, arrows between them. */
export function panel(leaves: readonly Leaf[], current: string, open: (id: string) => void): TemplateResult {
  const turn = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = leaves.findIndex(({ id }) => id === current);
    const next = leaves[(index + step + leaves.length) % leaves.length]!;
    open(next.id);
    document.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  const leaf = leaves.find(({ id }) => id === current) ?? leaves[0]!;
  return html`<div class="tabs" role="tablist" aria-label="Settings" @keydown=${turn}>
      ${leaves.map(
        ({ id, title }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${id}"
            aria-selected=${id === leaf.id ? 'true' : 'false'}
            aria-controls="leaf"
            tabindex=${id === leaf.id ? 0 : -1}
            @click=${() => open(id)}
          >
            ${title}
          </button>`,
      )}
    </div>
    <div class="leaf" id="leaf" role="tabpanel" tabindex="0" aria-labelledby="tab-${leaf.id}">
      ${leaf.draw()}
    </div>`;
}
