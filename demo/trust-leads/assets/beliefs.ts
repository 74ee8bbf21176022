import { sayAgo, sayEnd, type ServerBelief } from '../../assets/beliefs.ts';
import type { TrustLeadsFaults } from '../trust-leads.ts';

/** What `/trust-leads/debug/session` replies. */
export interface Belief extends ServerBelief {
  faults?: TrustLeadsFaults;
  expires_at?: string | null;
  access_token_expires_at?: string | null;
  lifetime?: number;
  refreshed_at?: string;
  refreshed_by?: string;
  requests?: number;
  renewals?: number;
  silent_refreshes?: number;
  looks?: number;
}

export function facts(belief: Belief): Record<string, string> {
  const { state, access_token_expires_at, lifetime, refreshed_by, refreshed_at } = belief;
  const { requests, renewals, silent_refreshes, looks } = belief;
  const runOut = state === 'live' && !access_token_expires_at;
  return {
    'server-session': sayEnd(belief.expires_at, belief),
    'server-access': runOut
      ? 'run out; the next request replaces it'
      : sayEnd(access_token_expires_at, belief),
    'server-lifetime': lifetime ? `${lifetime} s` : '–',
    'server-refresh': refreshed_by ? `${refreshed_by} · ${sayAgo(refreshed_at, belief)}` : '–',
    'server-counts':
      requests === undefined
        ? '–'
        : `${requests} used it, ${silent_refreshes} refreshed silently, ${renewals} renewed, ${looks} looked`,
  };
}

/** The access token's end is not among them: it is no end of the session. */
export const ends = ({ expires_at }: Belief) => [expires_at];
