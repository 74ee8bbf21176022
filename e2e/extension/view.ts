import { pass } from '../tab.ts';
import type { Target } from './in-page/find.ts';

export type { Target } from './in-page/find.ts';

/** In the view's own coordinates, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A document that can be used as a person uses it: a page, a page of the extension, the prompt's frame. */
export interface View {
  /** Runs in the document, which knows nothing of the story: all that it needs is given. `window` lasts, not `globalThis`. */
  evaluate<Given extends unknown[], Result>(
    run: (...given: Given) => Result,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** Waits until it is there; then a real click, which hits whatever is on top. */
  click(target: Target | Point): Promise<void>;
  /** Focuses by a click, then types with real keys. */
  type(target: Target, text: string): Promise<void>;
  /** A key by its name: `Tab`, `Enter`, `Escape`, or a character. */
  press(key: string): Promise<void>;
  has(target: Target): Promise<boolean>;
  /** What can be read. */
  text(): Promise<string>;
}

export interface Tab extends View {
  /** By which the extension knows it. */
  readonly id: number;
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  /** PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The extension's page in a frame inside a page, whatever closed root it is in. */
export interface Prompt extends View {
  exists(): Promise<boolean>;
  /** Where it is in the page. */
  box(): Promise<{ x: number; y: number; width: number; height: number }>;
}

export const isPoint = (target: Target | Point): target is Point =>
  typeof target === 'object' && 'x' in target;

/** Asks until the answer fits. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  fits: (answer: T) => boolean = Boolean,
  within = 15_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => error as Error);
    if (!(answer instanceof Error) && fits(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Waited ${within / 1000} s in vain for ${what}; the last answer: ${tell(answer)}`);
    await pass(50);
  }
}

const tell = (answer: unknown): string =>
  answer instanceof Error ? answer.message : (JSON.stringify(answer) ?? 'undefined');
