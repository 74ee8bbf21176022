import type { SiteProfile } from '../profile/profile.ts';
import { sitesOf, viewOf, type SessionView } from '../session/view.ts';
import { sessionKey, siteKey, type Preferences, type SessionRecord, type Stored } from '../stored.ts';

/** What of the browser's storage the prompt needs. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
}

export interface Found {
  view: SessionView;
  record: SessionRecord;
  language: string;
}

/** That it was asked to come says that there is access. */
const access = { granted: () => true, cookies: true };

/** Reads one session, of a private window from memory; `undefined`: it is guarded no more. */
export async function readOne(areas: StorageArea[], key: string, wall: number): Promise<Found | undefined> {
  const name = sessionKey(key);
  const read = (keys: string[]) =>
    Promise.all(areas.map((area) => area.get(keys))).then((all) => Object.assign({}, ...all) as Stored);
  const stored = await read([name, 'profiles', 'preferences']);
  const record = stored[name];
  const site = record && siteOf(stored, record);
  if (!site) return undefined;
  const state = (await read([siteKey(site.id)]))[siteKey(site.id)];
  const { language = '' } = (stored.preferences ?? {}) as Partial<Preferences>;
  return { view: viewOf(key, site, state, record, access, wall), record, language };
}

const siteOf = (stored: Stored, record: SessionRecord): SiteProfile | undefined =>
  sitesOf(stored).find(({ id }) => id === record.site);
