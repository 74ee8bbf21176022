import { accessFor, isWithin } from '../profile/match.ts';
import type { Access } from '../session/view.ts';

/** What `permissions.getAll()` gives. */
export interface Granted {
  origins?: string[];
  permissions?: string[];
}

export function accessOf({ origins = [], permissions = [] }: Granted): Access {
  // Mostly a site was granted as it is asked for: a thousand are not compared with a thousand.
  const known = new Map<string, boolean>(origins.map((origin) => [origin, true]));
  const wide = origins.filter((origin) => /\*:|<|\/\*/.test(origin.replace(/\/\*$/, '')));
  const covers = (pattern: string) => wide.some((origin) => isCovered(origin, pattern));
  return {
    cookies: permissions.includes('cookies'),
    granted(matchPattern) {
      const pattern = accessFor(matchPattern);
      if (!pattern) return false;
      if (!known.has(pattern)) known.set(pattern, covers(pattern));
      return known.get(pattern)!;
    },
  };
}

/** Browsers can be told to give access to all hosts, which no profile asks for. */
function isCovered(origin: string, pattern: string): boolean {
  const [, scheme] = /^(<all_urls>|(?:\*|https?):\/\/\*\/)/.exec(origin) ?? [];
  if (scheme) return !/^http/.test(scheme) || pattern.startsWith(scheme.slice(0, -2));
  return isWithin({ match: [origin], hosts: [] }, pattern);
}
