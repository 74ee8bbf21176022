import { accessFor } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { needsCookies } from '../session/view.ts';

/** What the browser is asked for, so that a site can be guarded. */
export interface Needs {
  origins: string[];
  permissions: ('cookies' | 'idle')[];
}

type Site = Pick<SiteProfile, 'match' | 'hosts' | 'expiry' | 'signs' | 'keepFresh'>;

export function needsOf(sites: readonly Site[]): Needs {
  const patterns = sites.flatMap(({ match, hosts }) => [...match, ...hosts]);
  return {
    origins: [...new Set(patterns.flatMap((pattern) => accessFor(pattern) ?? []))],
    permissions: [
      ...(sites.some(needsCookies) ? (['cookies'] as const) : []),
      ...(sites.some(({ keepFresh }) => keepFresh?.while === 'open') ? (['idle'] as const) : []),
    ],
  };
}

/** The origins that no other site needs: only these can be given back. */
export function originsOnlyOf(site: Site, others: readonly Site[]): string[] {
  const needed = new Set(needsOf(others).origins);
  return needsOf([site]).origins.filter((origin) => !needed.has(origin));
}
