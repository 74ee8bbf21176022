import en from '../locales/en.options.json';
import { fill, languageFor, type PageLanguage } from '../pages/texts.ts';

export type OptionsTexts = typeof en;

/** By language code; each has a file of the pages beside it. The place to add one. */
const locales: Record<string, OptionsTexts> = { en };

/** The languages that there are texts for. */
export const languages: readonly string[] = Object.keys(locales);

export interface OptionsLanguage extends PageLanguage {
  options: OptionsTexts;
  direction: 'ltr' | 'rtl';
}

export function optionsLanguage(chosen: string, ofBrowser: string): OptionsLanguage {
  const language = languageFor(chosen || ofBrowser);
  const code = language.tag.split('-')[0]!;
  return {
    ...language,
    options: locales[code] ?? en,
    direction: /^(ar|dv|fa|he|ps|ur|yi)$/.test(code) ? 'rtl' : 'ltr',
  };
}

/** What a language calls another. */
export const languageName = (tag: string, code: string): string =>
  new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(code) ?? code;

export type Forms = { other: string; one?: string };

/** "1 site", "3 sites", as the language has it. */
export function counted(tag: string, forms: Forms, count: number): string {
  const form = forms[new Intl.PluralRules(tag).select(count) as keyof Forms] ?? forms.other;
  return fill(form, { count: new Intl.NumberFormat(tag).format(count) });
}
