import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Markup } from './pages/layout.ts';

/** What an address may switch on, and the attributes that `<session-guard>` then gets. Nothing else gets there. */
export const guardSwitches = {
  cover: html`on-expire="cover"`,
  drafts: html`protect-drafts`,
  notice: html`notice-before="45s"`,
  title: html`title-countdown`,
  'same-tab': html`sign-in-target="_self"`,
  popup: html`sign-in-target="popup"`,
} as const;

export type GuardAttribute = keyof typeof guardSwitches;

/** `unguarded`: the page has no element, so that the extension alone guards it. */
export type GuardSwitch = GuardAttribute | 'unguarded';

/** `?cover&drafts`; of two places to sign in the first counts, and without an element nothing else does. */
export function askedSwitches(c: Context): GuardSwitch[] {
  if (c.req.query('unguarded') !== undefined) return ['unguarded'];
  const asked = (Object.keys(guardSwitches) as GuardAttribute[]).filter(
    (name) => c.req.query(name) !== undefined,
  );
  return asked.includes('same-tab') ? asked.filter((name) => name !== 'popup') : asked;
}

/** The attributes that go into the element's tag, the address where people sign in among them. */
export function guardAttributes(systemId: string, asked: readonly GuardSwitch[]): Markup {
  // In a tab or window of its own, a sign-in ends with leave to close it.
  const then = asked.includes('same-tab') ? '' : '?then=close';
  const attributes = asked
    .filter((name) => name !== 'unguarded')
    .map((name) => html`${guardSwitches[name]} `);
  return html`sign-in-url="/${systemId}/signin${then}" ${attributes}`;
}
