import { timeLeft } from './texts.ts';
import type { Scene } from './scene.ts';

/** What a change in place must be heard as, one line for each sentence or two; `undefined`: nothing. */
export const speechFor = (
  { model: before, words: said }: Scene,
  { model, words, language, step }: Scene,
): string[] | undefined => {
  const { texts } = language;
  if (words.heading !== said.heading) return [words.heading, words.message];
  if (!before || !model) return;
  if (words.note && words.note !== said.note)
    return model.renewal === 'failed' && step ? [words.note, timeLeft(language, step)] : [words.note];
  if (before.renewal !== model.renewal && model.renewal !== 'failed')
    return [model.renewal === 'pending' ? texts.renewing : texts.renewed];
  // A look that changed nothing is an answer too.
  if (before.looking && !model.looking) return [words.heading];
};
