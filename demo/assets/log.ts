import type { Traffic } from './connection.ts';
import { byId, element } from './dom.ts';
import { guardEvents } from './guard-events.ts';

const longest = 60;

/** Adds a line to "What happened", the newest on top. */
export function note(kind: 'event' | 'request' | 'problem', what: string, detail = ''): void {
  const log = byId('log');
  const time = new Date().toLocaleTimeString('en-GB');
  log.prepend(
    element(
      'li',
      { class: kind },
      element('time', {}, time),
      element('span', { class: 'what' }, what),
      element('span', { class: 'detail' }, detail),
    ),
  );
  while (log.childElementCount > longest) log.lastElementChild?.remove();
}

export function noteTraffic({ method, path, status }: Traffic): void {
  note(
    'request',
    `${method} ${path.replace(/^\/[^/]+(?=\/)/, '')}`,
    status === undefined ? 'no answer' : String(status),
  );
}

/** Listens on the document: the first events may come while the element is being put in. */
export function noteEvents(): void {
  for (const name of guardEvents) {
    document.addEventListener(`session-guard-${name}`, (event) => {
      const detail = event instanceof CustomEvent ? (event.detail as unknown) : undefined;
      note(name === 'problem' ? 'problem' : 'event', name, say(detail));
    });
  }
}

function say(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}: ${key.endsWith('At') ? time(value) : String(value)}`)
    .join(', ');
}

function time(value: unknown): string {
  const at = new Date(value as number | string);
  return Number.isNaN(at.getTime()) ? String(value) : at.toLocaleTimeString('en-GB');
}
