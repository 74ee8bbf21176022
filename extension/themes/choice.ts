import type { Policy } from '../policy/policy.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { Preferences } from '../stored.ts';
import { isBuiltIn } from './built-in.ts';

/** What a prompt wears: the name of a theme, or a file that somebody decided on. `default`: as it comes. */
export type Choice = string | object;

export const asItComes = 'default';

/** The organisation's before the site's own, that before the one for all sites. */
export function choiceOf(
  site: Pick<SiteProfile, 'theme'>,
  { theme }: Pick<Preferences, 'theme'>,
  policy: Pick<Policy, 'theme'>,
): Choice {
  if (policy.theme !== undefined) return policy.theme;
  return site.theme === asItComes ? theme : site.theme;
}

/** Whether there is no such theme, so that the prompt looks as it comes. */
export const isUnknown = (choice: Choice, kept: readonly string[]): choice is string =>
  typeof choice === 'string' && choice !== asItComes && !isBuiltIn(choice) && !kept.includes(choice);
