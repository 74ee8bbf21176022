import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Face } from '../system.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageInput {
  /** The system it belongs to. */
  face?: Pick<Face, 'id' | 'ownStyle'>;
  title: string;
  /** Names the page for the stylesheet. */
  kind: string;
  /** On top of the demo's own. */
  style?: string;
  /** Runs before anything else, and blocks. */
  firstScript?: string;
  script?: string;
  body: Markup;
}

export function layout({ face, title, kind, style, firstScript, script, body }: PageInput): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/demo.css" />
        ${face?.ownStyle ? html`<link rel="stylesheet" href="/${face.id}/assets/${face.id}.css" />` : ''}
        ${style ? html`<link rel="stylesheet" href="${style}" />` : ''}
        ${firstScript ? html`<script src="${firstScript}"></script>` : ''}
        ${script ? html`<script type="module" src="${script}"></script>` : ''}
      </head>
      <body class="${face ? `${kind} ${face.id}` : kind}">
        ${body}
      </body>
    </html>`;
}
