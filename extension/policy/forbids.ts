import type { Command } from '../messages.ts';
import { isSameJson } from '../profile/same-json.ts';
import type { Preferences } from '../stored.ts';
import { lockedBy, preferencesInForce, siteLockedBy } from './in-force.ts';
import type { Lock } from './locks.ts';
import type { Policy } from './policy.ts';

/** Whether what the person asks for is no longer theirs to decide, whatever page it comes from. */
export function forbids(policy: Policy, command: Command, own: Partial<Preferences> = {}): boolean {
  const isLocked = (what: Lock) => lockedBy(policy, what) !== undefined;
  switch (command.do) {
    case 'save-profiles':
    case 'pause':
      return isLocked('sites');
    case 'add-profiles':
      return isLocked(command.confirmed ? 'sites' : 'import');
    case 'confirm':
      return isLocked('import');
    case 'unguard':
      return siteLockedBy(policy, command.site) !== undefined;
    case 'set-expiry':
      return (
        siteLockedBy(policy, command.site) !== undefined || (!command.expiry.length && isLocked('watching'))
      );
    case 'keep-fresh':
      return command.on && policy.limits.keepFresh === 'never';
    case 'set-preferences': {
      // Pages send all of them: only one that would be another is a wish.
      const now = preferencesInForce(own, policy);
      return Object.entries(command.preferences).some(
        ([name, value]) =>
          Object.hasOwn(now, name) &&
          isLocked(name as Lock) &&
          !isSameJson(value, now[name as keyof Preferences]),
      );
    }
    default:
      return false;
  }
}
