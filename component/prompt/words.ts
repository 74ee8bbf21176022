import type { PromptModel } from '../prompt-model.ts';
import { clockTime, fill, type Language, type Texts } from './texts.ts';

/** What a model means in words: whole sentences, none of which ticks. */
export interface Words {
  heading: string;
  message: string;
  /** What came of the last question to the server, and what would be lost. */
  note: string;
}

/** One after the other, as the language has it: some leave no space. */
const sentences = ({ between }: Texts, ...list: (string | false | undefined)[]) =>
  list.filter(Boolean).join(between);

export const wordsFor = (model: PromptModel, language: Language): Words => {
  const { texts } = language;
  const { phase, endsAt, draft } = model;
  const at = (text: string, moment = endsAt) =>
    moment !== undefined && fill(text, clockTime(language, moment));
  const quiet = (heading: string | false, note = '') => ({ heading: heading || '', message: '', note });
  if (phase === 'draft')
    return quiet(draft!.state === 'left' ? texts.draftLeft : at(texts.drafted, draft!.savedAt));
  if (phase === 'notice') return quiet(at(texts.noticed), ofRenewal(model, texts));
  return phase === 'warning' ? warning(model, language, at(texts.endsAt)) : ending(model, language);
};

const warning = (model: PromptModel, { texts }: Language, at: string | false): Words => {
  const { canRenew, limit, signIn, restart, offline } = model;
  const fixed = limit === 'absolute' ? texts.longest : texts.final;
  return {
    heading: at ? texts.plainWarning : texts.anyMoment,
    message: sentences(
      texts,
      at,
      canRenew ? texts.renewable : fixed,
      !canRenew && (restart ? texts.finish : signIn && texts.early),
    ),
    note: sentences(texts, ofRenewal(model, texts) || (offline && texts.offline), leaving(model, texts)),
  };
};

/** What came of one that the person asked for. */
const ofRenewal = ({ renewal, offline }: PromptModel, texts: Texts) =>
  renewal === 'failed' ? sentences(texts, texts.failed, offline && texts.offline) : '';

const ending = (model: PromptModel, { texts }: Language): Words => {
  const { phase, limit, offline, signIn, restart, covered, hint } = model;
  const reason = model.ending?.reason ?? 'expired';
  const stranger = reason === 'other-user';
  const doubt = phase === 'expired' && offline;
  const why = reason === 'expired' && (limit === 'idle' || limit === 'absolute') ? limit : reason;
  return {
    heading: stranger ? texts.someoneElse : doubt ? texts.probably : texts.plainExpired,
    message: sentences(
      texts,
      doubt ? texts.offline : texts.reasons[why],
      hint && texts[hint],
      // What is on the page may be another person's.
      stranger ? texts.takeOver : covered ? texts.workHidden : texts.work,
      restart && !stranger && texts.over,
      signIn && signIn.target !== '_self' && texts[signIn.target === 'popup' ? 'inWindow' : 'inTab'],
    ),
    note: sentences(texts, !doubt && offline && texts.offline, leaving(model, texts)),
  };
};

/** Only where a way on leaves the page. */
const leaving = ({ draftFailed, signIn, restart }: PromptModel, texts: Texts) =>
  draftFailed && (restart || signIn?.target === '_self') && texts.draftFailed;
