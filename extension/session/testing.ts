import type { SiteProfile } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import type { SessionRecord } from '../stored.ts';
import { newRecord } from './record.ts';

/** A site as `readProfiles` gives it. */
export function siteOf(part: object): SiteProfile {
  const site = {
    id: 'app',
    name: 'App',
    match: ['https://app.example/*'],
    look: { url: '/session' },
    ...part,
  };
  const { profiles, problems } = readProfiles({ version: 1, sites: [site] });
  if (!profiles) throw new Error(JSON.stringify(problems));
  return profiles[0]!;
}

/** A session that was seen alive at `aliveAt`. */
export const recordOf = (aliveAt?: number, part: Partial<SessionRecord> = {}): SessionRecord => ({
  ...newRecord({ site: 'app', store: '0', host: '', isPrivate: false, page: 'https://app.example/' }),
  facts: aliveAt === undefined ? { held: false } : { held: true, aliveAt },
  tabs: 1,
  ...part,
});
