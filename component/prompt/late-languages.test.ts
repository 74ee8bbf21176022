import { beforeEach, expect, test, vi } from 'vitest';
import { createLateLanguages } from './late-languages.ts';
import { english, type Texts } from './texts.ts';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => warn.mockClear());

const texts = (plainSignIn: string): Texts => ({ ...english().texts, plainSignIn });
const files = {
  de: vi.fn(async () => texts('Erneut anmelden')),
  ar: vi.fn(async () => texts('تسجيل الدخول')),
  fr: vi.fn(async (): Promise<Texts> => Promise.reject(new Error('404'))),
};
beforeEach(() => Object.values(files).forEach((file) => file.mockClear()));

test('English is there at once, also for what nobody translated', () => {
  const { get } = createLateLanguages(files);
  expect(get('en-GB')).toMatchObject({ tag: 'en-GB', texts: english().texts });
  for (const lang of ['', 'eo', 'no tag', 'de_AT']) expect(get(lang)).toMatchObject({ tag: 'en' });
});

test('another is there once its file came, and only that file is asked for, once', async () => {
  const { get, ready } = createLateLanguages(files);
  expect(get('de-AT')).toBeUndefined();
  await Promise.all([ready('de-AT'), ready('de'), ready('de-CH')]);
  expect(get('de-AT')).toMatchObject({ tag: 'de-AT', direction: 'ltr' });
  expect(get('de-AT')?.texts.plainSignIn).toBe('Erneut anmelden');
  expect(files.de).toHaveBeenCalledOnce();
  expect(files.ar).not.toHaveBeenCalled();
});

test('English needs no file', async () => {
  await createLateLanguages(files).ready('en');
  expect(Object.values(files).flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test('a file that does not come leaves English, marked as such, and names the file once', async () => {
  const { get, ready } = createLateLanguages(files);
  await Promise.all([ready('fr'), ready('fr')]);
  await ready('fr-CA');
  expect(get('fr-CA')).toEqual(english());
  expect(files.fr).toHaveBeenCalledOnce();
  expect(warn.mock.calls).toEqual([[expect.stringContaining('locales/fr.js')]]);
});

test('a language that is written from the right is said to be', async () => {
  const { get, ready } = createLateLanguages(files);
  await ready('ar-EG');
  expect(get('ar-EG')).toMatchObject({ tag: 'ar-EG', direction: 'rtl' });
});
