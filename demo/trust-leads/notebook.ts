import { emptyEntry, type Entry } from './entry.ts';
import { face } from './face.ts';
import { foundLeads, isLead, type Found } from './leads.ts';

/** A lead as one person sees it: what the searches found, and what that person wrote. */
export type Lead = Found & Entry;

/** Stored apart from any session, which is why it outlives them all. Nobody reads what another person wrote. */
export interface Notebook {
  leads(person: string, now: number): Lead[];
  /** `false`: no such lead. */
  write(person: string, id: string, entry: Entry): boolean;
}

const [researcher, seller] = face.people;

const firstNotes: Record<string, Record<string, Partial<Entry>>> = {
  [researcher.id]: {
    'ld-4821': {
      warmth: 'hot',
      next_step: 'quote',
      next_on: '2026-05-29',
      budget: 4200,
      notes:
        'Moira wants two quotes before the end of the month. She prefers a call after four, when the workshop is quiet.',
      quote: '“We have more work than hands, and no list of who asked first.”',
    },
    'ld-4809': { notes: 'Asked for a reference from another installer of their size.' },
    'ld-4771': { notes: 'Signed on Tuesday. Send the welcome pack.' },
  },
  [seller.id]: {
    'ld-4821': { stage: 'contacted', next_step: 'visit', notes: 'Rang twice, nobody there before five.' },
    'ld-4817': { stage: 'qualified', warmth: 'warm', notes: 'Three practices, one buyer. Meet him in York.' },
  },
};

export function createNotebook(): Notebook {
  const written = new Map<string, Entry>();
  const key = (person: string, id: string) => `${person} ${id}`;
  return {
    leads: (person, now) =>
      foundLeads(now).map((lead) => ({
        ...emptyEntry,
        ...lead,
        ...firstNotes[person]?.[lead.id],
        ...written.get(key(person, lead.id)),
      })),
    write(person, id, entry) {
      if (!isLead(id)) return false;
      written.set(key(person, id), entry);
      return true;
    },
  };
}
