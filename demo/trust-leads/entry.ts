import { day, longText, oneOf, readForm, someOf, text, whole, type FormValues } from '../fields.ts';
import { stages } from './leads.ts';

export const warmths = [
  ['cold', 'Cold'],
  ['warm', 'Warm'],
  ['hot', 'Hot'],
] as const;

export const sources = [
  ['website', 'Their website'],
  ['register', 'Company register'],
  ['directory', 'A directory'],
  ['call', 'A call'],
  ['visit', 'A visit'],
] as const;

export const nextSteps = [
  ['none', 'Nothing for now'],
  ['call', 'Call'],
  ['write', 'Write'],
  ['visit', 'Visit'],
  ['quote', 'Send a quote'],
] as const;

const fields = {
  stage: oneOf(stages.map((stage) => [stage, stage] as const)),
  warmth: oneOf(warmths),
  sources: someOf(sources),
  next_step: oneOf(nextSteps),
  next_on: day,
  budget: whole(0, 1_000_000, 'pounds'),
  notes: longText,
  quote: longText,
  private_phone: text(60),
  portal_password: text(100),
};

/** What a person keeps about a lead: a research note. */
export type Entry = FormValues<typeof fields>;

/** What a form sent, as a whole entry; a string names the first thing that is wrong. */
export const readEntry = (input: unknown): Entry | string => readForm(fields, input);

/** As it is kept and told: no reply ever says the password again. */
export const withoutPassword = (entry: Entry): Entry => ({ ...entry, portal_password: '' });

export const emptyEntry: Entry = {
  stage: 'new',
  warmth: 'cold',
  sources: ['directory'],
  next_step: 'none',
  next_on: '',
  budget: 0,
  notes: '',
  quote: '',
  private_phone: '',
  portal_password: '',
};
