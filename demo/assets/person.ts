import type { Named } from '../people.ts';
import { byId } from './dom.ts';

/** Says whose dashboard it is, where the server did not know when it sent the page. */
export function showPerson({ id, name, role }: Named): void {
  byId('person-avatar').textContent = name.charAt(0);
  byId('person-name').textContent = name;
  byId('person-role').textContent = role;
  offerOthers(id);
}

/** In the panel: to sign in as somebody else than this person. */
export function offerOthers(id: string | null): void {
  for (const link of document.querySelectorAll<HTMLElement>('a[data-person]'))
    link.hidden = link.dataset.person === id;
}
