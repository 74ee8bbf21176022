import { describe, expect, it } from 'vitest';
import { directionOf, matchLanguage } from './languages.ts';

const tags = ['ar', 'de', 'en', 'he', 'id', 'ja', 'pt', 'zh-Hans', 'zh-Hant'];

describe('the language that is shown', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-at', 'de'],
    ['de-AT-u-nu-latn', 'de'],
    ['pt-PT', 'pt'],
    ['pt-BR', 'pt'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-hans-tw', 'zh-Hans'],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['in', 'id'],
  ])('for %s is %s', (wanted, found) => expect(matchLanguage(wanted, tags)?.found).toBe(found));

  it.each(['nb', 'sr', 'de-Cyrl', 'ja-Latn', 'yue'])(
    'is not there for %s: another language or script would not be read',
    (wanted) => expect(matchLanguage(wanted, tags)).toBeUndefined(),
  );

  it.each(['', ' ', 'de_AT', 'de-', 'no tag', '*', '\u{1F600}', 'a'.repeat(1000)])(
    'is not there for what is no tag: %j',
    (wanted) => expect(matchLanguage(wanted, tags)).toBeUndefined(),
  );

  it('is the one of the region, where there is one, else that of no region', () => {
    const both = ['pt-BR', 'pt-PT', 'pt'];
    expect(matchLanguage('pt-PT', both)?.found).toBe('pt-PT');
    expect(matchLanguage('pt-AO', both)?.found).toBe('pt');
  });
});

it('numbers and times follow the tag that was wanted', () => {
  expect(matchLanguage('de-at', tags)?.tag).toBe('de-AT');
  expect(matchLanguage('ar-u-nu-latn', tags)?.tag).toBe('ar-u-nu-latn');
});

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['dv', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['pa-PK', 'rtl'],
  ['az-Latn', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['de', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['no tag', 'ltr'],
])('%s is written %s', (tag, direction) => expect(directionOf(tag)).toBe(direction));
