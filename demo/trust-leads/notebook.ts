import { foundLeads, isLead, stages, type Lead, type Stage } from './leads.ts';

/** What a person keeps about a lead. */
export interface Entry {
  stage: Stage;
  notes: string;
}

/** Stored apart from any session, which is why it outlives them all. */
export interface Notebook {
  leads(now: number): Lead[];
  /** `false`: no such lead. */
  write(id: string, entry: Entry): boolean;
}

const longestNotes = 20_000;

export function createNotebook(): Notebook {
  const entries = new Map<string, Entry>();
  return {
    leads: (now) => foundLeads(now).map((lead) => ({ ...lead, ...entries.get(lead.id) })),
    write(id, entry) {
      if (!isLead(id)) return false;
      entries.set(id, entry);
      return true;
    },
  };
}

/** What a form sent, as a whole entry; a string names the first thing that is wrong. */
export function readEntry({ stage, notes }: Record<string, unknown>): Entry | string {
  const known = stages.find((each) => each === stage);
  if (!known) return `stage must be one of ${stages.join(', ')}.`;
  if (typeof notes !== 'string' || notes.length > longestNotes)
    return `notes must be a text of at most ${longestNotes} characters.`;
  return { stage: known, notes };
}
