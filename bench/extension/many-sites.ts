import { readPolicy } from '../../shared/policy.ts';
import { noFacts, takeReading, type Reading } from '../../shared/facts.ts';
import type { SiteProfile } from '../../extension/profile/profile.ts';
import { readProfiles } from '../../extension/profile/read-profile.ts';
import { keyOf, newRecord } from '../../extension/session/record.ts';
import { settingsOf } from '../../extension/session/settings.ts';
import { tell } from '../../extension/session/tell.ts';
import { sessionKey, siteKey, type SessionRecord, type SiteState } from '../../extension/stored.ts';

const minute = 60_000;

const sources = [
  { from: 'cookie', name: 'login_*', split: '|', part: 1 },
  { from: 'look' },
  { from: 'header', url: '/api/*', name: 'session-expires-at' },
  { from: 'storage', area: 'local', key: 'access-token', as: 'jwt' },
];

const profileAt = (index: number): object => ({
  id: `site-${index}`,
  name: `Site ${index}`,
  match: [`https://site-${index}.example/*`],
  expiry: [sources[index % sources.length], { from: 'idle', timeout: '60m' }],
  look: { url: '/api/session', path: '/expires_at' },
  signs: [
    { url: '/api/*', except: ['/api/login'], status: 401, means: 'ended' },
    { url: '/*', method: 'GET', status: '2xx', means: 'counted' },
  ],
  signIn: { url: '/signin' },
  keepFresh: { by: 'request', url: '/api/renew', method: 'POST' },
});

/** What access is asked for: without port and path. */
export function originOf(pattern: string): string {
  return pattern.replace(/^(\w+:\/\/[^/:]+)(:\d+)?\/.*$/, '$1/*');
}

/**
 * What is stored of so many guarded sites, as the background leaves it: most sessions live, for minutes or days, one
 * in ten has ended. `first` is the profile of a site that is really there; its session is not made up.
 */
export function manySites(count: number, first: object, now: number): Record<string, unknown> {
  const written = [first, ...Array.from({ length: count - 1 }, (_, index) => profileAt(index + 1))];
  const profiles = { version: 1, sites: written };
  const read = readProfiles(profiles);
  if (!read.profiles) throw new Error(`Profiles refused: ${JSON.stringify(read.problems.slice(0, 3))}`);
  const stored: Record<string, unknown> = { profiles };
  for (const [index, site] of read.profiles.entries()) {
    const isOver = index % 10 === 9;
    const record = index === 0 ? undefined : recordOf(site, index, isOver, now);
    const endings: SiteState['endings'] = isOver
      ? [{ at: now - minute, reason: 'expired', path: '/app', by: 'look' }]
      : [];
    stored[siteKey(site.id)] = { guardedAt: now - 30 * 24 * 60 * minute, endings } satisfies SiteState;
    if (record) stored[sessionKey(keyOf(record))] = record;
  }
  return stored;
}

function recordOf(site: SiteProfile, index: number, isOver: boolean, now: number): SessionRecord {
  const page = `https://site-${index}.example/app`;
  const empty = newRecord({ site: site.id, store: '0', host: '', isPrivate: false, page });
  const readAt = now - 20 * minute;
  const expiresAt = now + (10 + index * 7) * minute;
  const at = (moment: number) => ({ requestedAt: moment, receivedAt: moment });
  const told = tell(site, empty, 0, { expiresAt }, at(readAt), readAt);
  const ended: Reading | undefined = isOver
    ? { source: 'observed', ...at(now - minute), ended: { reason: 'expired', certain: true } }
    : undefined;
  const { policy } = readPolicy(settingsOf(site, undefined, empty));
  const facts = [told.reading, ended].reduce(
    (known, reading) => (reading ? takeReading(known, reading, policy, now - minute) : known),
    noFacts,
  );
  if (!facts.held) throw new Error(`No session of ${site.id}.`);
  const end = isOver ? { end: now - minute, history: now - minute } : {};
  return { ...told.record, facts, awaySince: readAt, savedAt: now - minute, notified: end };
}
