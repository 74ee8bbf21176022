import { html } from 'lit/html.js';
import type { Scene } from './scene.ts';

/** What the server said of the ending, for whoever has to ask about it. */
export const details = ({ model, language }: Scene): unknown => {
  const { code, requestId, docUrl, detail } = model!.ending ?? {};
  const { technical, code: codeName, request, about } = language.texts;
  if (!code && !requestId && !docUrl && !detail) return '';
  const row = (name: string, value: string | undefined) =>
    value
      ? html`<dt>${name}</dt>
          <dd><code>${value}</code></dd>`
      : '';
  return html`<details part="details">
    <summary>${technical}</summary>
    ${detail ? html`<p>${detail}</p>` : ''}
    <dl>${row(codeName, code)} ${row(request, requestId)}</dl>
    ${docUrl ? html`<a href=${docUrl} target="_blank" rel="noopener noreferrer">${about}</a>` : ''}
  </details>`;
};
