import type { PromptModel } from '../prompt-model.ts';
import type { Announcer } from './announcer.ts';
import type { Step } from './countdown.ts';
import type { Language } from './texts.ts';
import { noteFor, wordsFor, type Words } from './words.ts';

/** All that a drawing of the prompt depends on. */
export interface Scene {
  model: PromptModel;
  place: 'none' | 'dialog' | 'banner';
  collapsed: boolean;
  language: Language;
  words: Words;
  note: string;
  /** What the note speaks of: while that stays, so does the note. */
  cause: string;
  speech: Announcer['speech'];
  step?: Step;
}

export interface Gestures {
  renew(): void;
  look(): void;
  signIn(event: MouseEvent): void;
  /** The dialog is closed, by whatever cause. */
  closed(): void;
  hide(): void;
  show(): void;
  toggle(): void;
}

export const nextScene = (
  old: Scene | undefined,
  now: Pick<Scene, 'model' | 'language' | 'speech' | 'step'>,
  checked: boolean,
): Scene => {
  const { model, language, step } = now;
  const cause = [model.phase, model.renewal, model.offline, checked].join();
  const note = old?.cause === cause ? old.note : noteFor(model, language, checked, step);
  return { place: 'none', collapsed: false, ...old, ...now, words: wordsFor(model, language), note, cause };
};
