import { isOver } from './dismissal.ts';
import { timeLeft } from './texts.ts';
import type { Scene } from './scene.ts';

/** What a change in place must be heard as, one line for each sentence or two; `undefined`: nothing. */
export const speechFor = (before: Scene, now: Scene): string[] | undefined => {
  const { words, language, step } = now;
  const { renewal, looking } = now.model!;
  const { texts } = language;
  // Of an end, the reason may come later.
  const isNews = isOver(now.model!) && words.message !== before.words.message;
  if (words.heading !== before.words.heading || isNews) return [words.heading, words.message].filter(Boolean);
  if (words.note && words.note !== before.words.note)
    return renewal === 'failed' && step ? [words.note, timeLeft(language, step)] : [words.note];
  if (renewal !== before.model!.renewal && renewal !== 'failed')
    return [renewal === 'pending' ? texts.renewing : texts.renewed];
  // A look that changed nothing is an answer too.
  if (!looking && before.model!.looking) return [words.heading];
};
