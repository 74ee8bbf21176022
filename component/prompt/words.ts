import type { PromptModel } from '../prompt-model.ts';
import type { Step } from './countdown.ts';
import { fill, type Language } from './texts.ts';

/** What a model means in words: whole sentences, none of which ticks. */
export interface Words {
  heading: string;
  message: string;
}

const headingOf = ({ phase, endsAt, reason, offline }: PromptModel, { texts }: Language): string => {
  const { headings } = texts;
  if (phase === 'warning') return endsAt === undefined ? headings.anyMoment : texts.plainWarning;
  if (phase === 'expired' && offline) return headings.offline;
  return (reason && (headings as Partial<Record<string, string>>)[reason]) || texts.plainExpired;
};

const warningOf = ({ endsAt, canRenew }: PromptModel, { texts, clock }: Language) => [
  endsAt !== undefined && fill(texts.endsAt, clock(endsAt)),
  canRenew ? texts.renewable : texts.final,
];

const endingOf = ({ phase, reason = 'expired', offline, signIn }: PromptModel, { texts }: Language) => [
  phase === 'expired' && offline ? texts.unchecked : texts.reasons[reason],
  // What is on the page may be another person's.
  reason !== 'other-user' && texts.work,
  signIn && signIn.target !== '_self' && texts.beside,
];

const sentences = (list: (string | false | undefined)[]) => list.filter(Boolean).join(' ');

export const wordsFor = (model: PromptModel, language: Language): Words => ({
  heading: headingOf(model, language),
  message: sentences((model.phase === 'warning' ? warningOf : endingOf)(model, language)),
});

export const timeLeft = (
  { texts, duration }: Language,
  { value, unit }: Pick<Step, 'value' | 'unit'>,
): string =>
  fill(
    texts.left,
    duration(value, unit)
      .map((part) => part.value)
      .join(''),
  );

/** At a mark (in seconds): "less than" it is left, whatever the clock says by then. */
export const markLeft = (language: Language, mark: number): string =>
  timeLeft(language, mark < 60 ? { value: mark, unit: 'second' } : { value: mark / 60, unit: 'minute' });

/** What came of the person's last wish. `checked`: a look that they asked for has come back. */
export const noteFor = (
  { phase, renewal, offline }: PromptModel,
  language: Language,
  checked: boolean,
  step: Step | undefined,
): string => {
  const { texts } = language;
  const failed = phase === 'warning' && renewal === 'failed';
  return sentences([
    failed && texts.failed,
    offline
      ? (phase !== 'expired' || checked) && texts.offline
      : checked && phase !== 'warning' && texts.stillOver,
    failed && step && timeLeft(language, step),
  ]);
};
