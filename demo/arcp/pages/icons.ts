import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';

const drawings = {
  overview: 'M4 13h6V4H4zm10 7h6v-9h-6zM4 20h6v-3H4zm10-13h6V4h-6z',
  agents: 'M12 3 4 7.5v9L12 21l8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
  config: 'M4 7h10m4 0h2M4 17h2m4 0h10M14 4.5v5M10 14.5v5',
  notes: 'M6 3h9l4 4v14H6zm3 8h7m-7 4h7M14 3v5h5',
  refresh: 'M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6',
  out: 'M10 4H5v16h5m5-12 4 4-4 4m4-4H10',
  panel: 'M4 5h16v14H4zm10 0v14',
} as const;

export function icon(name: keyof typeof drawings): Markup {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="${drawings[name]}" />
  </svg>`;
}
