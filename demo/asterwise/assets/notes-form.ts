import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createSavedForm, type SavedForm } from '../../assets/saving.ts';

export interface Notes {
  notes: string;
}

export function createNotesForm(api: Send): SavedForm<Notes> {
  const form = byId<HTMLFormElement>('notes');
  const field = form.elements.namedItem('notes') as HTMLTextAreaElement;
  return createSavedForm<Notes>({
    form,
    read: () => ({ notes: field.value }),
    fill: ({ notes }) => {
      field.value = notes;
    },
    put: (notes) =>
      api('/asterwise/api/notes', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(notes),
      }),
  });
}
