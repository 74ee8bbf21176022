import { expect, it } from 'vitest';
import { createNotebook, readEntry } from './notebook.ts';

const now = Date.UTC(2026, 4, 4);

it('keeps what was written about a lead', () => {
  const notebook = createNotebook();
  const entry = { stage: 'won' as const, notes: 'Signed.' };
  expect(notebook.write('ld-4821', entry)).toBe(true);
  expect(notebook.leads(now).find(({ id }) => id === 'ld-4821')).toMatchObject(entry);
  expect(notebook.write('ld-0000', entry)).toBe(false);
});

it('takes a whole entry, and nothing beside it', () => {
  expect(readEntry({ stage: 'new', notes: '', score: 100 })).toEqual({ stage: 'new', notes: '' });
});

it.each([
  ['stage', { stage: 'sold', notes: '' }],
  ['stage', { notes: '' }],
  ['notes', { stage: 'new', notes: 7 }],
  ['notes', { stage: 'new', notes: 'x'.repeat(20_001) }],
  ['stage', {}],
])('names %s where it is wrong: %j', (name, input) => {
  expect(readEntry(input)).toContain(name);
});
