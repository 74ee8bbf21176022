import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { formValues, type Values } from '../../assets/form-values.ts';
import { createSavedForm } from '../../assets/saving.ts';
import type { Entry } from '../entry.ts';
import type { Lead } from '../notebook.ts';
import { csrfHeader } from './cookies.ts';

export type Kept = Entry & Pick<Lead, 'id'>;

export interface NotesForm {
  /** Shows a lead as the server holds it; what the person typed about it and did not save comes back. */
  show(lead: Lead): void;
  /** The session is back: a save that was refused can be tried again, by the person. */
  sessionRestored(): void;
}

export function createNotesForm(api: Send, saved: (kept: Kept) => void): NotesForm {
  const form = byId<HTMLFormElement>('lead');
  const { read, fill } = formValues(form);
  const drafts = new Map<string, Values>();
  let current: Lead | Kept | undefined;

  const isAsKept = (typed: Values, kept: Kept) =>
    Object.entries(typed).every(
      ([name, value]) => JSON.stringify(kept[name as keyof Kept]) === JSON.stringify(value),
    );

  const savedForm = createSavedForm<Kept>({
    form,
    put: (entry) =>
      api(`/trust-leads/api/leads/${current?.id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', ...csrfHeader() },
        body: JSON.stringify(entry),
      }),
    saved(kept) {
      saved(kept);
      const draft = drafts.get(kept.id);
      if (draft && isAsKept(draft, kept)) drafts.delete(kept.id);
      // The person may have gone to another lead while the answer was on its way.
      if (kept.id === current?.id) current = kept;
      else if (current) savedForm.show(current);
    },
  });

  return {
    show(lead) {
      const before = current;
      if (before) {
        const typed = read();
        if (isAsKept(typed, before)) drafts.delete(before.id);
        else drafts.set(before.id, typed);
      }
      current = lead;
      savedForm.show(lead);
      if (before) fill({ ...lead, ...drafts.get(lead.id) });
      form.dispatchEvent(new Event('input'));
      byId('lead-title').textContent = lead.company;
      byId('lead-contact').textContent = `${lead.contact}, ${lead.role}`;
      const mail = byId<HTMLAnchorElement>('lead-mail');
      mail.textContent = lead.email;
      mail.href = `mailto:${lead.email}`;
    },
    sessionRestored: savedForm.sessionRestored,
  };
}
