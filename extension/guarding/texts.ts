import en from '../locales/en.guarding.json';
import { languageFor as pageLanguage, lengthText, momentText, type PageLanguage } from '../pages/texts.ts';

export type GuardingTexts = typeof en;

const locales: Record<string, GuardingTexts> = { en };

export interface GuardingLanguage extends PageLanguage {
  guarding: GuardingTexts;
}

export function languageFor(lang: string): GuardingLanguage {
  const language = pageLanguage(lang);
  return { ...language, guarding: locales[language.tag.split('-')[0]!] ?? en };
}

/** What the sentences about a moment ahead are filled with. */
export const aheadOf = ({ tag }: GuardingLanguage, at: number, now: number) => ({
  length: lengthText(tag, at - now, 'long'),
  time: momentText(tag, at, now),
});

/** The form of a text that goes with a number; where a language has more, its file has more. */
export function counted(
  { tag }: GuardingLanguage,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
  count: number,
): string {
  return forms[new Intl.PluralRules(tag).select(count)] ?? forms.other;
}
