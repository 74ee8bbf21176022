import type { SiteProfile } from '../profile/profile.ts';
import { defaultPreferences, type Preferences, type SiteState } from '../stored.ts';
import type { Lock } from './locks.ts';
import type { Policy } from './policy.ts';

// What holds where an organisation and a person both have a word. Nothing of it is stored.

/** Who decided; `organisation` may have no name. */
export type Decider = Pick<Policy, 'organisation'>;

const values = ['theme', 'language', 'notifications', 'newSites'] as const;

/** Who keeps `what` from being changed: by a lock, or because a value was decided. */
export function lockedBy(policy: Policy, what: Lock): Decider | undefined {
  const { locks, organisation } = policy;
  const isDecided = (values as readonly Lock[]).includes(what) && policy[what as 'theme'] !== undefined;
  const isLocked = locks.includes(what) || (what === 'import' && locks.includes('sites'));
  return isDecided || isLocked ? { organisation } : undefined;
}

export const isOfPolicy = ({ sites }: Policy, id: string): boolean => sites.some((site) => site.id === id);

/** Who keeps the site of that id from being changed. */
export const siteLockedBy = (policy: Policy, id: string): Decider | undefined =>
  lockedBy(policy, 'sites') ?? (isOfPolicy(policy, id) ? { organisation: policy.organisation } : undefined);

/** The sites that are guarded: the organisation's in front. A person's own of the same id is kept, and not used. */
export function sitesInForce(own: readonly SiteProfile[], policy: Policy): readonly SiteProfile[] {
  if (!policy.isGiven) return own;
  const ids = new Set(policy.sites.map(({ id }) => id));
  return [...policy.sites, ...own.filter(({ id }) => !ids.has(id))].map((site) => limited(site, policy));
}

/** The site within the limits. How it is renewed by a click stays as it is. */
export function limited(site: SiteProfile, { limits }: Policy): SiteProfile {
  const { keepFresh } = site;
  const { longestKeepFresh = Infinity, keepFresh: most = 'open' } = limits;
  if (!keepFresh || (longestKeepFresh === Infinity && most === 'open')) return site;
  const isOpen = keepFresh.while === 'open' && most === 'open';
  const atMost = Math.min(keepFresh.atMost ?? Infinity, longestKeepFresh);
  return {
    ...site,
    keepFresh: {
      ...keepFresh,
      while: isOpen ? 'open' : 'active',
      ...(atMost < Infinity && { atMost }),
    },
  };
}

/** What is on within the limits; what is of the organisation waits for nobody's confirmation. */
export function stateInForce(state: SiteState, policy: Policy, id: string): SiteState {
  if (!policy.isGiven) return state;
  const { limits } = policy;
  const { keepFresh, paused } = state;
  const isWaiting = paused !== undefined && (paused === 'unconfirmed' || !!lockedBy(policy, 'sites'));
  const next = { ...state };
  if (isWaiting && isOfPolicy(policy, id)) delete next.paused;
  if (limits.keepFresh === 'never') delete next.keepFresh;
  else if (keepFresh && limits.longestKeepFresh !== undefined) {
    const until = Math.min(keepFresh.until ?? Infinity, keepFresh.since + limits.longestKeepFresh);
    next.keepFresh = { ...keepFresh, until };
  }
  return next;
}

/** What of these the person may still choose: what is decided is not written over what they chose before. */
export const freeOf = (preferences: Record<string, unknown>, policy: Policy): Record<string, unknown> =>
  Object.fromEntries(Object.entries(preferences).filter(([name]) => !lockedBy(policy, name as Lock)));

/** What the person chose, but for what was decided. */
export function preferencesInForce(own: Partial<Preferences> | undefined, policy: Policy): Preferences {
  const { theme, language, notifications, newSites } = policy;
  return {
    ...defaultPreferences,
    ...own,
    ...(typeof theme === 'string' && { theme }),
    ...(language !== undefined && { language }),
    ...(notifications !== undefined && { notifications }),
    ...(newSites && { newSites }),
  };
}
