import en from '../locales/en.popup.json';
import { languageFor as pageLanguage, type PageLanguage } from '../pages/texts.ts';

export type PopupTexts = typeof en;

const locales: Record<string, PopupTexts> = { en };

export interface PopupLanguage extends PageLanguage {
  popup: PopupTexts;
}

export function languageFor(lang: string): PopupLanguage {
  const language = pageLanguage(lang);
  return { ...language, popup: locales[language.tag.split('-')[0]!] ?? en };
}
