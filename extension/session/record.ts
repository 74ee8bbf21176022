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

/** The browser's own jar, by its name in Chromium and in Firefox: no container, no private window. */
export const isDefaultStore = (store: string): boolean => /^(0|firefox-default|)$/.test(store);

/** Nothing is asked. */
export const noAsking: SessionRecord['asking'] = {
  looking: false,
  renewing: false,
  offline: false,
  away: false,
  refusals: 0,
};

export const newRecord = (place: SessionPlace): SessionRecord => ({
  v: 1,
  ...place,
  facts: noFacts,
  told: {},
  asking: { ...noAsking, away: true },
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
