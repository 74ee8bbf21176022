import './elements.ts';
import { english } from '../prompt/texts.ts';
import { createLateLanguages } from '../prompt/late-languages.ts';
import { locales } from '../prompt/locales.ts';
import type { Speak } from './theme-editor.ts';

export type { ThemeEditor, ThemeEdited } from './theme-editor.ts';
export { editorTag, pictureTag } from './elements.ts';

const late = createLateLanguages(locales);

/** For pages that have no languages of their own: those of the prompt. */
export const languages: readonly string[] = ['en', ...Object.keys(locales)];

export const speak: Speak = async (tag) => {
  await late.ready(tag);
  return late.get(tag) ?? english();
};
