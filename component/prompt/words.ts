import type { PromptModel } from '../prompt-model.ts';
import { clockTime, fill, type Language } from './texts.ts';

/** What a model means in words: whole sentences, none of which ticks. */
export interface Words {
  heading: string;
  message: string;
  /** What came of the last question to the server. */
  note: string;
}

const sentences = (...list: (string | false | undefined)[]) => list.filter(Boolean).join(' ');

export const wordsFor = (model: PromptModel, language: Language): Words => {
  const { phase, endsAt, reason = 'expired', canRenew, renewal, offline, signIn } = model;
  const { texts } = language;
  const unreached = offline && texts.offline;
  if (phase === 'warning') {
    const known = endsAt !== undefined;
    return {
      heading: known ? texts.plainWarning : texts.anyMoment,
      message: sentences(
        known && fill(texts.endsAt, clockTime(language, endsAt)),
        canRenew ? texts.renewable : texts.final,
      ),
      note: sentences(renewal === 'failed' && texts.failed, unreached),
    };
  }
  const stranger = reason === 'other-user';
  const doubt = phase === 'expired' && unreached;
  return {
    heading: stranger ? texts.someoneElse : doubt ? texts.probably : texts.plainExpired,
    message: sentences(
      doubt || texts.reasons[reason],
      // What is on the page may be another person's.
      !stranger && texts.work,
      signIn && signIn.target !== '_self' && texts[signIn.target === 'popup' ? 'inWindow' : 'inTab'],
    ),
    note: sentences(!doubt && unreached),
  };
};
