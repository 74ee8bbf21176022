import type { ToAgent } from '../messages.ts';

/**
 * How observer.js (the page's own world) and reader.js (the extension's) find each other: by events on the document,
 * the only thing that both worlds share and pages need not notice.
 *
 * The observer names a channel at random and says it in one `meet`; rules and readings go by events of that name. Where
 * the reader is there first (both at document_start, the reader registered before), no page hears it, and none sees
 * that there is a reader: it only listens. A reader that came later asks with an empty `meet` once it has rules, which
 * a page may hear or make: pages with an observer may know of it (they can compare their `fetch` with that of a fresh
 * frame anyway), and what they tell counts as the page's word, whoever said it.
 *
 * Details are JSON texts: objects do not pass between the worlds in both browsers.
 */
export const meet = 'session-guard:meet';
export const toReader = (name: string): string => `${name}>`;
export const toObserver = (name: string): string => `${name}<`;

export type Rules = Omit<Extract<ToAgent, { order: 'observe' }>, 'order'>;

export const noRules: Rules = { match: [], hosts: [], sources: [], signs: [] };

/** What the observer tells: what a reply says of a source, or the sign that it is. No value of the page is in it. */
export type Told =
  | { tell: 'sign'; place: number; requestedAt: number; url: string }
  | {
      tell: 'value';
      place: number;
      expiresAt?: number;
      relative?: boolean;
      subject?: string;
      problems: string[];
      requestedAt: number;
      receivedAt: number;
    };
