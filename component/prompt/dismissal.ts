import type { PromptModel } from '../prompt-model.ts';

const longestWait = 5000;
const lastCall = 25_000;
const longAway = 300_000;

export const isOver = ({ phase }: PromptModel): boolean => phase !== 'warning';

/** What the person sent away, and when: nothing else is remembered of them. */
export type Dismissal = { over: boolean; refusals: number };

export const dismissalOf = (model: PromptModel): Dismissal => ({
  over: isOver(model),
  refusals: model.refusals,
});

/** A dismissed warning returns once, at the end; a dismissed sign-in prompt when a request is refused. */
export const isDue = (model: PromptModel, dismissed: Dismissal | undefined): boolean =>
  !dismissed || dismissed.over !== isOver(model) || (dismissed.over && model.refusals > dismissed.refusals);

/** A sign-in prompt also returns to a person who has been away for long. */
export const isDueOnReturn = (model: PromptModel, hiddenFor = 0): boolean =>
  isOver(model) && hiddenFor >= longAway;

/** Waiting for a pause must leave at least the 20 s of WCAG 2.2.1, and time to read. */
export const latestOpening = (model: PromptModel, began: number): number =>
  Math.min(
    began + longestWait,
    isOver(model) || model.endsAt === undefined ? Infinity : model.endsAt - lastCall,
  );
