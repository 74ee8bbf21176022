import { describe, expect, it } from 'vitest';
import { setOwn } from '../../component/theme-editor/edits.ts';
import { freeId, keptIn, keptLimits, refusedOf } from './kept.ts';

const theme = (name: string) => JSON.stringify(setOwn({}, ['name'], name));

describe('kept themes', () => {
  it('are found by their keys, and nothing else is', () => {
    expect(keptIn({ 'theme:a': '{}', 'theme:b': 1, themes: '{}', 'site:x': {} })).toEqual([
      { id: 'a', text: '{}' },
    ]);
  });

  it.each([
    ['Harbour Bank', [], 'harbour-bank'],
    ['Häfen & Söhne', [], 'hafen-sohne'],
    ['Bank', ['bank', 'bank-2'], 'bank-3'],
    ['default', [], 'default-2'],
    ['銀行', [], 'theme'],
    ['../../x', [], 'x'],
  ])('%s is kept under a name that a policy may say', (name, taken, id) => {
    expect(freeId(name, taken)).toBe(id);
    expect(id).toMatch(/^[\w.-]{1,64}$/);
  });

  it('are refused with each problem at its path', () => {
    const [wrong] = refusedOf(JSON.stringify({ light: { acent: { $value: 1 } } }), []);
    expect(wrong).toMatchObject({ code: 'unknown-token', field: 'light.acent' });
    expect(refusedOf('{', [])).toMatchObject([{ code: 'not-json' }]);
  });

  it('are refused where there are too many, or too much of them', () => {
    const others = Array.from({ length: keptLimits.count }, (_, at) => ({ id: `${at}`, text: '{}' }));
    expect(refusedOf(theme('One more'), others)).toMatchObject([{ code: 'full' }]);
    expect(refusedOf(theme('One more'), others.slice(1))).toEqual([]);
    const large = [{ id: 'a', text: ' '.repeat(keptLimits.together) }];
    expect(refusedOf(theme('One more'), large)).toMatchObject([{ code: 'full' }]);
  });
});
