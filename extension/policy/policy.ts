import type { Problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { Preferences } from '../stored.ts';
import type { Lock } from './locks.ts';

/** A built-in theme's name, or a theme file as it was written: whoever draws with it reads it. */
export type PolicyTheme = string | object;

/** What the person's organisation has decided, as far as it can be used. What is absent is the person's. */
export interface Policy {
  /** Whether anything was decided at all. */
  isGiven: boolean;
  organisation?: string;
  contact?: string;
  sites: readonly SiteProfile[];
  /** The same sites, as they were written. */
  written: readonly object[];
  theme?: PolicyTheme;
  language?: string;
  limits: {
    /** Ms: however long a profile allows it. */
    longestKeepFresh?: number;
    /** `open` limits nothing. */
    keepFresh?: 'never' | 'active' | 'open';
  };
  newSites?: Preferences['newSites'];
  notifications?: boolean;
  locks: readonly Lock[];
}

export interface PolicyRead {
  policy: Policy;
  problems: Problem[];
}

export const noPolicy: Policy = { isGiven: false, sites: [], written: [], limits: {}, locks: [] };
