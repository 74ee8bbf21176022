import { noFacts } from '../../shared/facts.ts';
import type { SessionRecord } from '../stored.ts';

export interface SessionPlace {
  site: string;
  store: string;
  host: string;
  isPrivate: boolean;
  page: string;
}

/** The session of a site in one cookie store; with `perHost` each host has one of its own. */
export const keyOf = ({ site, store, host }: Pick<SessionPlace, 'site' | 'store' | 'host'>): string =>
  [site, store, ...(host ? [host] : [])].join('|');

export const newRecord = (place: SessionPlace): SessionRecord => ({
  v: 1,
  ...place,
  facts: noFacts,
  told: {},
  asking: { looking: false, renewing: false, failed: undefined, offline: false, away: true, refusals: 0 },
  lookProven: false,
  lookExtends: false,
  lookMoved: 0,
  probably: false,
  tabs: 0,
  forbids: false,
  cookies: [],
  problems: [],
  savedAt: 0,
  notified: {},
});
