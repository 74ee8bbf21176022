import { byId, element } from '../../assets/dom.ts';
import type { ApiKey } from '../keys.ts';

export function showKeys(keys: ApiKey[], serverNow: number): void {
  byId('key-rows').replaceChildren(...keys.map((key) => row(key, serverNow)));
  byId('key-count').textContent = String(keys.length);
}

function row(key: ApiKey, now: number): HTMLElement {
  const cell = (label: string, className: string, ...content: (Node | string)[]) =>
    element('td', { 'data-label': label, class: className }, ...content);
  return element(
    'tr',
    { class: key.status },
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'key-name' }, key.name),
      element('code', { class: 'key-hint' }, key.hint),
    ),
    cell('Scopes', 'scopes', key.scopes.join(', ')),
    cell('Status', 'status', element('span', { class: `badge ${key.status}` }, key.status)),
    cell('Calls, 24 h', 'number', key.calls_24h.toLocaleString('en')),
    cell('Created', 'number created', day(key.created_at)),
    cell('Last used', 'number', key.last_used_at ? ago(now - Date.parse(key.last_used_at)) : 'never'),
  );
}

const day = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', { month: 'short', year: 'numeric' });

function ago(ms: number): string {
  const minutes = Math.max(0, ms) / 60_000;
  if (minutes < 1.5) return `${Math.round(minutes * 60)} s ago`;
  if (minutes < 90) return `${Math.round(minutes)} min ago`;
  if (minutes < 2880) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / 1440)} days ago`;
}
