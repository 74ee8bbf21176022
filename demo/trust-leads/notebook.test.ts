import { expect, it } from 'vitest';
import { emptyEntry, readEntry, withoutPassword } from './entry.ts';
import { createNotebook } from './notebook.ts';

const now = Date.UTC(2026, 4, 4);

it('keeps what a person wrote about a lead', () => {
  const notebook = createNotebook();
  const entry = { ...emptyEntry, stage: 'won' as const, notes: 'Signed.' };
  expect(notebook.write('p-1', 'ld-4821', entry)).toBe(true);
  expect(notebook.leads('p-1', now).find(({ id }) => id === 'ld-4821')).toMatchObject(entry);
  expect(notebook.write('p-1', 'ld-0000', entry)).toBe(false);
});

it('tells nobody what another person wrote', () => {
  const notebook = createNotebook();
  notebook.write('p-1', 'ld-4821', { ...emptyEntry, notes: 'Between us.' });
  expect(JSON.stringify(notebook.leads('p-2', now))).not.toContain('Between us.');
});

it('takes a whole entry, and nothing beside it', () => {
  expect(readEntry({ ...emptyEntry, score: 100 })).toEqual(emptyEntry);
});

it.each([
  ['stage', 'sold'],
  ['stage', undefined],
  ['warmth', 'boiling'],
  ['sources', 'call'],
  ['next_on', 'tomorrow'],
  ['budget', -1],
  ['notes', 7],
  ['notes', 'x'.repeat(20_001)],
])('names %s where it is wrong: %j', (name, value) => {
  expect(readEntry({ ...emptyEntry, [name]: value })).toContain(name);
});

it('never tells a password', () => {
  expect(withoutPassword({ ...emptyEntry, portal_password: 'open sesame' })).toEqual(emptyEntry);
});
