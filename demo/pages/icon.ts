import { html } from 'hono/html';
import type { Markup } from './layout.ts';

const shared = {
  notes: 'M6 3h9l4 4v14H6zm3 8h7m-7 4h7M14 3v5h5',
  refresh: 'M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6',
  out: 'M10 4H5v16h5m5-12 4 4-4 4m4-4H10',
  panel: 'M4 5h16v14H4zm10 0v14',
} as const;

/** What every system needs, and drawings of its own. */
export function icons<Own extends Record<string, string>>(
  own: Own,
): (name: keyof Own | keyof typeof shared) => Markup {
  const drawings: Record<string, string> = { ...shared, ...own };
  return (name) =>
    html`<svg
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
      <path d="${drawings[String(name)]}" />
    </svg>`;
}

export const icon = icons({});
