import type { Hono } from 'hono';
import type { Phase } from '../../../shared/phase.ts';
import type { Reason } from '../../../shared/ending.ts';
import type { Session } from './session.ts';

/** `app.traits.localhost` has a parent domain that may hold cookies, `traits.localhost`. */
export type Host = '127.0.0.1' | 'localhost' | 'app.traits.localhost';

/** What a trait's pages and routes are made of. */
export interface Given {
  /** Where everything of the trait is: `/cookie-jwt`. */
  at: string;
  session: Session;
  now(): number;
}

/** What is particular about its page at `at + '/'` while the session is alive. */
export interface Page {
  head?: string;
  body?: string;
  /** Inline; the page has no other. */
  script?: string;
  headers?: Record<string, string>;
  /** `Set-Cookie` lines; without a `Path` they get that of the trait. */
  cookies?: string[];
}

/** What the extension should know. */
export interface Expectation {
  phase: Phase;
  /** The end that it knows, in ms from now, give or take a second. Absent: it knows none. */
  endsWithin?: number;
  /** By so much it may be told too early: a slow reply does not say how the clocks differ. */
  early?: number;
  ended?: Reason;
}

/**
 * What a test does: ends or revives the session on the server, loads the page anew, presses a button of the page
 * (`#call`), types into one of its fields (`type #note`), signs in on the trait's own sign-in page, or asks the
 * extension to check again.
 */
export type Deed = 'end' | 'revive' | 'load' | 'sign-in' | 'check' | `#${string}` | `type #${string}`;

export interface Step {
  does: readonly Deed[];
  expects: Expectation;
}

/** A site that has one peculiarity, and what the extension should make of it. */
export interface Trait {
  /** In one sentence. */
  shows: string;
  host?: Host;
  /** Its pages are at these, too. */
  alsoAt?: readonly Host[];
  page?(given: Given): Page;
  routes?(app: Hono, given: Given): void;
  /** Its profile but for what all traits have in common; `at` is for the paths. */
  rules(at: string): Rules;
  /** With the page just loaded and the session alive, with its full life before it. */
  expects: Expectation;
  then?: readonly Step[];
}

/** Members of a profile as people write them. */
export type Rules = {
  expiry?: object[];
  signs?: object[];
  hosts?: string[];
  [member: string]: unknown;
};

export type Traits = Readonly<Record<string, Trait>>;

/** A page's script that is answered 200 or 401 and moves nothing: each trait has this address. */
export const askMe = (at: string): string => `fetch('${at}/api/me').then((reply) => reply.text(), () => {});`;

/** Seen alive by that: a weak source alone says nothing of life. */
export const aliveByMe = (at: string): object[] => [{ url: `${at}/api/me`, status: 200, means: 'alive' }];

/** Of a session that nothing was done to. */
export const life = 600_000;

/** Alive, and its end is known. */
export const known: Expectation = { phase: 'active', endsWithin: life };

/** Alive, and nobody can tell until when. */
export const alive: Expectation = { phase: 'active' };

/** Nothing was learnt. */
export const nothing: Expectation = { phase: 'unknown' };

export const over = (reason?: Reason): Expectation => ({ phase: 'ended', ...(reason && { ended: reason }) });
