import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** A page that says one thing and where to go from here. */
export function messagePage(title: string, text: string): Markup {
  return layout({
    title,
    kind: 'message-page',
    body: html`<main class="sheet">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">To the start page</a></p>
    </main>`,
  });
}
