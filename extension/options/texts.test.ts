import { expect, it } from 'vitest';
import { sections } from './routes.ts';
import { counted, languages, languageName, optionsLanguage } from './texts.ts';

it('is of the browser where nothing was chosen, and English where there are no texts', () => {
  expect(optionsLanguage('', 'en-GB').tag).toBe('en-GB');
  expect(optionsLanguage('en', 'de').tag).toBe('en');
  expect(optionsLanguage('', 'de')).toMatchObject({ tag: 'en', direction: 'ltr' });
});

it.each(languages)('%s names every section', (code) => {
  const { options } = optionsLanguage(code, '');
  for (const section of sections) expect(options.sections[section]).toBeTruthy();
  expect(languageName(code, code)).not.toBe(code);
});

it('counts as the language does', () => {
  const forms = { one: '{count} site', other: '{count} sites' };
  expect([0, 1, 1000].map((count) => counted('en', forms, count))).toEqual([
    '0 sites',
    '1 site',
    '1,000 sites',
  ]);
});
