import { describe, expect, it } from 'vitest';
import { example } from '../profile/testing/example.ts';
import { draftOf, isChanged, problemsOf, valueAt, withMember, writtenIn } from './drafts.ts';

const draft = draftOf(example());

describe('one state for form and JSON', () => {
  it('what the form writes is in the text, in its old place', () => {
    const next = withMember(draft, ['warnBefore'], '5m');
    expect(writtenIn(next)).toEqual({ ...example(), warnBefore: '5m' });
    expect(Object.keys(writtenIn(next)!)).toEqual(Object.keys(example()));
    expect(isChanged(next)).toBe(true);
  });

  it('members that the form does not know stay', () => {
    const odd = { ...draft, text: JSON.stringify({ ...example(), later: { a: 1 } }) };
    expect(writtenIn(withMember(odd, ['name'], 'New'))).toMatchObject({ name: 'New', later: { a: 1 } });
  });

  it('takes away members and items, and makes what is missing', () => {
    expect(writtenIn(withMember(draft, ['look'], undefined))).not.toHaveProperty('look');
    expect(valueAt(writtenIn(withMember(draft, ['expiry', 0], undefined)), ['expiry', 0, 'from'])).toBe(
      'look',
    );
    const least = draftOf({ id: 'a', name: 'A', match: ['https://a.example/*'] });
    expect(valueAt(writtenIn(withMember(least, ['signIn', 'url'], '/in')), ['signIn'])).toEqual({
      url: '/in',
    });
  });

  it('while the text is no JSON the form changes nothing, and nothing is lost', () => {
    const broken = { ...draft, text: draft.text.slice(0, -3) };
    expect(withMember(broken, ['name'], 'New')).toEqual(broken);
    expect(writtenIn(broken)).toBeUndefined();
    expect(isChanged(broken)).toBe(true);
  });

  it('a change that is undone is none, whatever the white space', () =>
    expect(isChanged({ ...draft, text: JSON.stringify(example()) })).toBe(false));
});

describe('problems are named with their path and line', () => {
  const lineWith = (text: string, part: string) =>
    text.split('\n').findIndex((line) => line.includes(part)) + 1;

  it('what is whole has none', () => expect(problemsOf(draft)).toEqual([]));

  it.each([
    [['warnBefore'], '1s', 'warnBefore', '"warnBefore"'],
    [['expiry', 7, 'timeout'], 'soon', 'expiry[7].timeout', '"soon"'],
    [['colour'], 'red', 'colour', '"colour"'],
    [['signs', 0, 'status'], '4x', 'signs[0].status', '"4x"'],
  ])('%j', (path, value, field, part) => {
    const next = withMember(draft, path, value);
    expect(problemsOf(next)).toMatchObject([
      { field, expected: expect.any(String), line: lineWith(next.text, part) },
    ]);
  });

  it('what was found is told as it was written', () =>
    expect(problemsOf(withMember(draft, ['warnBefore'], '1s'))[0]?.found).toBe('1s'));

  it('a missing member is told at what it is missing in', () => {
    const next = withMember(draft, ['look', 'url'], undefined);
    expect(problemsOf(next)).toMatchObject([
      { code: 'missing-member', field: 'look.url', line: lineWith(next.text, '"look": {') },
    ]);
  });

  it('no JSON is told where it broke', () =>
    expect(problemsOf({ ...draft, text: '{\n  "id": }' })).toEqual([
      { code: 'not-json', expected: 'a value', field: '2:9', line: 2 },
    ]));

  it('a list is no site', () =>
    expect(problemsOf({ ...draft, text: '[]' })).toMatchObject([{ expected: 'an object' }]));

  it('the id stays: sessions are kept under it', () =>
    expect(problemsOf(withMember(draft, ['id'], 'other'))).toMatchObject([
      { code: 'id-changed', field: 'id', expected: 'example', line: 2 },
    ]));
});

it('reads nothing that is inherited', () => expect(valueAt({}, ['constructor', 'name'])).toBeUndefined());
