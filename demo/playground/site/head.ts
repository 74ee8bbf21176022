import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';

/** A document of the playground's: `demo.css` has the palette, `style` the rest. */
export const documentOf = (
  title: string,
  kind: string,
  style: string,
  script: string,
  body: Markup,
): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/demo.css" />
        <link rel="stylesheet" href="/playground/${style}" />
        <script type="module" src="/playground/${script}"></script>
      </head>
      <body class="${kind}">
        ${body}
      </body>
    </html>`;
