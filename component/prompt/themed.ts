import { matchLanguage } from '../../shared/languages.ts';
import type { ThemeTexts } from '../../shared/theme/theme.ts';
import { themeOf } from '../theme/theme-of.ts';
import type { Language, Texts } from './texts.ts';

/** The language in a team's own words, as far as its theme has them; the rest stays ours. */
export function themed(language: Language, host: Element): Language {
  const own = themeOf(host)?.texts ?? {};
  const match = matchLanguage(language.tag, Object.keys(own));
  return match ? { ...language, texts: withOwn(language.texts, own[match.found]!) } : language;
}

const withOwn = (texts: Texts, { reasons, ...own }: ThemeTexts): Texts => ({
  ...texts,
  ...own,
  reasons: { ...texts.reasons, ...(reasons as object) },
});
