import { sayAgo, sayEnd, type ServerBelief } from '../../assets/beliefs.ts';

/** What `/asterwise/debug/session` replies. */
export interface Belief extends ServerBelief {
  kind?: 'dashboard' | 'flow';
  expires_at?: string | null;
  lifetime?: number;
  renewed_at?: string;
  renewals?: number;
  requests?: number;
}

export function flowFacts(belief: Belief): Record<string, string> {
  const { expires_at, lifetime, requests } = belief;
  return {
    'server-end': sayEnd(expires_at, belief),
    'server-lifetime': lifetime === undefined ? '–' : `${lifetime} s`,
    'server-requests': requests === undefined ? '–' : String(requests),
  };
}

export function facts(belief: Belief): Record<string, string> {
  const { renewed_at, renewals } = belief;
  return {
    ...flowFacts(belief),
    'server-startup': renewals ? sayAgo(renewed_at, belief) : 'none yet',
    'server-renewals': renewals === undefined ? '–' : String(renewals),
    ...(renewals === undefined && { 'server-startup': '–' }),
  };
}

export const ends = ({ expires_at }: Belief) => [expires_at];
