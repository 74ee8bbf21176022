import type { Ending } from '../shared/ending.ts';

/** All that a prompt shows, computed anew at each change; the prompt keeps only what the person did with it. */
export interface PromptModel {
  /** `draft` and `notice` are quiet: a banner while the session lives. */
  phase: 'draft' | 'notice' | 'warning' | 'expired' | 'ended';
  /** Local moment of the end; absent when it may come at any moment, or has come. */
  endsAt?: number;
  /** Which limit that end is, or was. */
  limit?: 'idle' | 'stated' | 'absolute';
  /** Only in `ended`: why, and what the server said of it. */
  ending?: Ending;
  /** Something can renew, and it is worth offering. */
  canRenew: boolean;
  /** A look is possible: "Check again". */
  canLook: boolean;
  renewal: 'none' | 'pending' | 'failed';
  /** A look is under way. */
  looking: boolean;
  /** The last question got no answer. */
  offline: boolean;
  /** Grows with each request that the server refused: brings a dismissed sign-in prompt back. */
  refusals: number;
  /** Why a session may have ended as soon as it began. */
  hint?: 'cookies' | 'clock';
  /** The page is hidden behind the cover: the prompt is all there is. */
  covered?: boolean;
  /** The time left is shown in the title of a tab out of sight. */
  inTitle?: boolean;
  signIn?: { href: string; target: '_blank' | '_self' | 'popup' };
  signOut?: { href: string };
  /** A flow that cannot go on begins again there. */
  restart?: { href: string };
  /** In `draft`: what was typed before, `found` or, after all else was put back, `left` without a place. */
  draft?: { state: 'found' | 'left'; count: number; savedAt: number };
  /** What was typed could not be kept for after a sign-in that leaves the page. */
  draftFailed?: boolean;
}

/** A banner at most: nothing asks for an answer. */
export const isQuiet = ({ phase }: PromptModel): boolean => phase === 'draft' || phase === 'notice';

/** What a person can do with a prompt. All are called from trusted gestures only. */
export interface PromptActions {
  renew(): void;
  look(): void;
  reload(): void;
  /** The dialog was put away, and is a banner now. */
  putAway(): void;
  /** `false`: the page took over, or what was typed would be lost unannounced; the link must not be followed. */
  signIn(): boolean;
  /** Before a link leads away from the page. `false`: as above. */
  leave(): boolean;
  draft(what: 'restore' | 'copy' | 'discard'): void;
}

/** What a prompt needs from its host. `now` is local time in ms; the timer is one-shot. */
export interface PromptPorts {
  now(): number;
  setTimer(ms: number, run: () => void): unknown;
  clearTimer(timer: unknown): void;
}

/** The prompt of one element: dialog, banner, countdown, announcements. */
export interface Prompt {
  /** `undefined`: nothing to show; what is open closes, and focus goes back. */
  update(model: PromptModel | undefined): void;
  /** Takes everything down at once: listeners, timers, rendered nodes. */
  remove(): void;
}

export type CreatePrompt = (
  host: HTMLElement,
  root: ShadowRoot,
  ports: PromptPorts,
  actions: PromptActions,
) => Prompt;
