import type { PromptModel } from '../prompt-model.ts';
import type { Step } from './countdown.ts';
import type { Language } from './texts.ts';
import type { Words } from './words.ts';

/** All that a drawing of the prompt depends on. */
export interface Scene {
  /** `undefined`: nothing to show. */
  model?: PromptModel;
  place: 'none' | 'dialog' | 'banner';
  collapsed: boolean;
  language: Language;
  words: Words;
  step?: Step;
  /** For the live regions, one paragraph each. */
  speech: string[];
  urgent: boolean;
  /** Of the theme, once it is decoded. */
  logo?: Element;
  gestures: Gestures;
}

export interface Gestures {
  renew(): void;
  look(): void;
  signIn(event: MouseEvent): void;
  /** Follows a link that leads away from the page. */
  leave(event: MouseEvent): void;
  reload(): void;
  draft(what: 'restore' | 'copy' | 'discard'): void;
  /** The dialog is closed, by whatever cause. */
  closed(): void;
  hide(): void;
  show(): void;
  toggle(): void;
}
