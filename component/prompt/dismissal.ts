import { isOver as isPhaseOver } from '../../shared/phase.ts';
import type { PromptModel } from '../prompt-model.ts';

export const isOver = ({ phase }: PromptModel): boolean => isPhaseOver(phase);

/** What the person sent away: a sign-in prompt, with this many refusals seen; −1: a warning. */
export type Dismissal = number;

export const dismissalOf = (model: PromptModel): Dismissal => (isOver(model) ? model.refusals : -1);

/**
 * A dismissed warning returns once, at the end; a dismissed sign-in prompt when a request is refused. Under the cover
 * there is nothing else to see.
 */
export const isDue = (model: PromptModel, dismissed: Dismissal | undefined): boolean =>
  dismissed === undefined || model.covered || (isOver(model) ? model.refusals > dismissed : dismissed >= 0);

/** A sign-in prompt also returns to a person who was away for long. */
export const isDueOnReturn = (model: PromptModel, hiddenFor: number): boolean =>
  isOver(model) && hiddenFor >= 300_000;

/**
 * The wait for a pause leaves at least the 20 s of WCAG 2.2.1, and time to read. The cover does not wait: nobody types
 * into what they do not see.
 */
export const lastOpening = (model: PromptModel): number =>
  model.covered ? -Infinity : isOver(model) ? Infinity : (model.endsAt ?? Infinity) - 25_000;
