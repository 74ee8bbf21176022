import type { Language } from '../pages/language.ts';
import { lengthText, momentText } from '../pages/texts.ts';

/** What the sentences about a moment ahead are filled with. */
export const aheadOf = ({ tag }: Language, at: number, now: number) => ({
  length: lengthText(tag, at - now, 'long'),
  time: momentText(tag, at, now),
});
