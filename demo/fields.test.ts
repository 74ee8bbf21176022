import { describe, expect, it } from 'vitest';
import { day, minute, name, oneOf, readForm, someOf, text, whole, yesNo } from './fields.ts';

const stages = [
  ['new', 'New'],
  ['won', 'Won'],
] as const;
const form = { title: name(5), notes: text(3), stage: oneOf(stages), done: yesNo };
const right = { title: 'One', notes: '', stage: 'new', done: false };

describe('a form', () => {
  it('is taken whole, and nothing beside it', () => {
    expect(readForm(form, { ...right, admin: true })).toEqual(right);
  });

  it.each(Object.keys(right))('names %s where it is missing', (field) => {
    expect(readForm(form, { ...right, [field]: undefined })).toMatch(`${field} must be `);
  });

  it.each([null, undefined, 'text', 7])('is not %j', (input) => {
    expect(readForm(form, input)).toContain('JSON object');
  });
});

it.each([
  [name(5), ['One', '12345'], ['', ' ', '123456', 7, null]],
  [whole(5, 9, 'days'), [5, 9], [4, 10, 5.5, '7', null, NaN]],
  [oneOf(stages), ['new', 'won'], ['New', '', ['new'], undefined]],
  [someOf(stages), [[], ['new'], ['new', 'won']], ['new', ['lost'], [7], null]],
  [day, ['', '2026-05-04', '2028-02-29'], ['2026-5-4', '2026-02-30', '2026-13-01', 'tomorrow', null]],
  [minute, ['', '2026-05-04T10:30'], ['2026-05-04', '2026-05-04T25:00', '2026-02-30T10:30', 0]],
])('a field says what it must be: $must', (field, good, bad) => {
  for (const value of good) expect(field.read(value)).toEqual(value);
  for (const value of bad) expect(field.read(value)).toBeUndefined();
});

it('a list of choices comes in their own order, each once', () => {
  expect(someOf(stages).read(['won', 'new', 'won'])).toEqual(['new', 'won']);
});
