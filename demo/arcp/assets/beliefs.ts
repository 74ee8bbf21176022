import { sayAgo, sayEnd, type ServerBelief } from '../../assets/beliefs.ts';
import type { ArcpFaults } from '../arcp.ts';

/** What `/arcp/debug/session` replies. */
export interface Belief extends ServerBelief {
  token_expires_at?: string;
  faults?: ArcpFaults;
  idle_timeout?: number;
  idle_expires_at?: string | null;
  last_used_at?: string;
  last_use?: string;
  requests?: number;
  renewals?: number;
  looks?: number;
}

export function facts(belief: Belief): Record<string, string> {
  const { idle_timeout, last_use, last_used_at, requests, renewals, looks } = belief;
  return {
    'server-idle': sayEnd(belief.idle_expires_at, belief),
    'server-token': sayEnd(belief.token_expires_at, belief),
    'server-timeout': idle_timeout ? `${idle_timeout} s` : '–',
    'server-use': last_use ? `${last_use.replace('/arcp', '')} · ${sayAgo(last_used_at, belief)}` : '–',
    'server-counts':
      requests === undefined ? '–' : `${requests} used it, ${renewals} renewed, ${looks} looked`,
  };
}

export const ends = ({ idle_expires_at, token_expires_at }: Belief) => [idle_expires_at, token_expires_at];
