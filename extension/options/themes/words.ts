import { themes } from '../../../shared/locales/en.json';
import type { Language } from '../../pages/language.ts';

export type ThemeWords = typeof themes;

/** A language whose translators have not come to it yet speaks English here. */
export const themeWords = (words: Language): ThemeWords =>
  (words as { themes?: ThemeWords }).themes ?? themes;
