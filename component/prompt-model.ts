import type { Reason } from '../shared/ending.ts';

/** All that a prompt shows, computed anew at each change; the prompt keeps only what the person did with it. */
export interface PromptModel {
  phase: 'warning' | 'expired' | 'ended';
  /** Local moment of the end; absent when it may come at any moment, or has come. */
  endsAt?: number;
  /** Only in `ended`: why. */
  reason?: Reason;
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
  signIn?: { href: string; target: '_blank' | '_self' | 'popup' };
  signOut?: { href: string };
}

/** What a person can do with a prompt. All are called from trusted gestures only. */
export interface PromptActions {
  renew(): void;
  look(): void;
  /** The dialog was put away, and is a banner now. */
  putAway(): void;
  /** `false`: the page took over; the link must not be followed. */
  signIn(): boolean;
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
