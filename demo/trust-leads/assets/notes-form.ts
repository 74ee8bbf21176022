import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createSavedForm } from '../../assets/saving.ts';
import type { Lead } from '../leads.ts';
import { csrfHeader } from './cookies.ts';

export type Kept = Pick<Lead, 'id' | 'stage' | 'notes'>;

export interface NotesForm {
  /** Shows a lead as the server holds it; what the person typed about it and did not save comes back. */
  show(lead: Lead): void;
  /** The session is back: a save that was refused can be tried again, by the person. */
  sessionRestored(): void;
}

export function createNotesForm(api: Send, saved: (kept: Kept) => void): NotesForm {
  const form = byId<HTMLFormElement>('lead');
  const stage = byId<HTMLSelectElement>('stage');
  const notes = byId<HTMLTextAreaElement>('notes');
  const drafts = new Map<string, Kept>();
  let current: Kept | undefined;

  const read = (): Kept => ({
    id: current?.id ?? '',
    stage: stage.value as Kept['stage'],
    notes: notes.value,
  });

  const isSame = (one: Kept | undefined, other: Kept) =>
    one?.stage === other.stage && one.notes === other.notes;

  function fill(kept: Kept): void {
    stage.value = kept.stage;
    notes.value = kept.notes;
  }

  const savedForm = createSavedForm<Kept>({
    form,
    read,
    fill,
    put: (kept) =>
      api(`/trust-leads/api/leads/${kept.id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', ...csrfHeader() },
        body: JSON.stringify(kept),
      }),
    saved(kept) {
      saved(kept);
      if (isSame(drafts.get(kept.id), kept)) drafts.delete(kept.id);
      // The person may have gone to another lead while the answer was on its way.
      if (kept.id === current?.id) current = kept;
      else if (current) savedForm.show(current);
    },
  });

  return {
    show({ id, stage, notes, company, contact, role, email }) {
      const typed = read();
      if (current && !isSame(typed, current)) drafts.set(current.id, typed);
      else drafts.delete(typed.id);
      current = { id, stage, notes };
      savedForm.show(current);
      fill(drafts.get(id) ?? current);
      form.dispatchEvent(new Event('input'));
      byId('lead-title').textContent = company;
      byId('lead-contact').textContent = `${contact}, ${role}`;
      const mail = byId<HTMLAnchorElement>('lead-mail');
      mail.textContent = email;
      mail.href = `mailto:${email}`;
    },
    sessionRestored: savedForm.sessionRestored,
  };
}
