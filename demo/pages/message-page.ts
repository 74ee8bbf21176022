import { html } from 'hono/html';
import type { Face, Link } from '../system.ts';
import { layout, type Markup } from './layout.ts';

export interface MessageOptions {
  face?: Face;
  /** Where to go from here. */
  link?: Link;
}

const toStart: Link = { href: '/', label: 'To the start page' };

/** A page that says one thing and where to go from here. */
export function messagePage(
  title: string,
  text: string,
  { face, link = toStart }: MessageOptions = {},
): Markup {
  return layout({
    face,
    title: face ? `${title} · ${face.name}` : title,
    kind: 'message-page',
    body: html`<main class="sheet">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${link.href}">${link.label}</a></p>
    </main>`,
  });
}
