import { preferencesInForce, sitesInForce } from '../policy/in-force.ts';
import { policyIn } from '../policy/stored-policy.ts';
import { sitesOf, viewOf, type SessionView } from '../session/view.ts';
import { choiceOf, type Choice } from '../themes/choice.ts';
import { sessionKey, siteKey, type SessionRecord, type Stored } from '../stored.ts';

/** What of the browser's storage the prompt needs. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
}

export interface Found {
  view: SessionView;
  record: SessionRecord;
  language: string;
  theme: Choice;
}

/** That it was asked to come says that there is access. */
const access = { granted: () => true, cookies: true };

/** Reads one session, of a private window from memory; `undefined`: it is guarded no more. */
export async function readOne(areas: StorageArea[], key: string, wall: number): Promise<Found | undefined> {
  const name = sessionKey(key);
  const read = (keys: string[]) =>
    Promise.all(areas.map((area) => area.get(keys))).then((all) => Object.assign({}, ...all) as Stored);
  const stored = await read([name, 'profiles', 'preferences', 'policy']);
  const record = stored[name];
  const { policy } = policyIn(stored);
  const site = record && sitesInForce(sitesOf(stored), policy).find(({ id }) => id === record.site);
  if (!site) return undefined;
  const state = (await read([siteKey(site.id)]))[siteKey(site.id)];
  const preferences = preferencesInForce(stored.preferences, policy);
  return {
    view: viewOf(key, site, state, record, access, wall, policy),
    record,
    language: preferences.language,
    theme: choiceOf(site, preferences, policy),
  };
}
