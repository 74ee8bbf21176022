import type { SessionGuard } from '../../component/session-guard.ts';
import type { VirtualClock } from './clock.ts';
import type { Question } from './server.ts';

/** A page on the stage, as this one handles it. */
export interface StagePage {
  tab: number;
  window: Window & typeof globalThis;
  guard: SessionGuard;
  /** Of its timers and requests. */
  owner: unknown;
  /** In the background, as far as it can tell. */
  setBehind(behind: boolean): void;
  setOffline(offline: boolean): void;
  /** The computer woke up. */
  wake(): void;
}

/** All that a page on the stage knows of the world around it. */
export interface World {
  /** Keeps two playgrounds in one browser apart. */
  id: string;
  clock: VirtualClock;
  answer(question: Question): Promise<Response>;
  /** Something is under way that takes real time; returns how to say that it is done. */
  busy(): () => void;
  /** What is typed, by tab and field. */
  kept: Record<string, string>;
  /** Tabs that this page loads anew: what was typed comes back there. Elsewhere that is up to the element. */
  reloads: Set<number>;
  enter(page: StagePage): void;
  leave(page: StagePage): void;
}

const key = Symbol.for('session-guard.playground');
type Place = { [key]?: World };

export const setWorld = (world: World): void => {
  (window as Place)[key] = world;
};

/** `undefined` in a page that is on no stage. */
export const worldAround = (page: Window): World | undefined =>
  page.parent === page ? undefined : (page.parent as Place)[key];
