import { problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { preferencesInForce, sitesInForce, stateInForce } from '../policy/in-force.ts';
import { policyIn } from '../policy/stored-policy.ts';
import { isSameJson } from '../profile/same-json.ts';
import { isRecord, isSiteState } from './check-stored.ts';
import {
  sessionKey,
  siteKey,
  type SessionRecord,
  type SetAside,
  type SiteState,
  type Stored,
} from '../stored.ts';
import type { Edges } from './edges.ts';

/** What the background knows beside the sessions, gone with the browser: tabs, prompts, private sessions. */
export interface Passing {
  tabs?: Record<number, unknown>;
  prompts?: Record<number, unknown>;
}

/** Storage in memory, written behind in one go. Nothing that cannot be read is lost: it is set aside. */
export async function openStore({ storage, managed, clock }: Pick<Edges, 'storage' | 'managed' | 'clock'>) {
  const [local, session] = await Promise.all([storage.local.get(), storage.session.get()]);
  const stored = local as Stored;
  const passing = session as Passing & Stored;
  const changes = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  let writing: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  setAsideUnreadable();
  let { policy } = policyIn(stored);
  let own = readSites(({ problems }) => setAside('profiles', problems ?? []));
  let sites = sitesInForce(own, policy);
  let byId = index();
  let changed: (sites: readonly SiteProfile[]) => void = () => {};

  function setAside(key: string, problems: SetAside['problems']) {
    const data = (stored as Record<string, unknown>)[key];
    const kept = Array.isArray(stored['set-aside']) ? stored['set-aside'] : [];
    put('set-aside', [...kept, { at: clock.wall(), key, data, problems }].slice(-20));
    remove(key);
  }

  function setAsideUnreadable() {
    for (const [key, value] of Object.entries(stored)) {
      const isRight = key.startsWith('session:')
        ? isRecord
        : key.startsWith('site:')
          ? isSiteState
          : undefined;
      if (isRight && !isRight(value))
        setAside(key, [problem('unreadable', 'what the extension wrote', undefined, key)]);
    }
  }

  function bring() {
    sites = sitesInForce(own, policy);
    byId = index();
    changed(sites);
  }

  function state(id: string): SiteState {
    return stateInForce(stored[siteKey(id)] ?? { guardedAt: clock.wall(), endings: [] }, policy, id);
  }

  function index() {
    return new Map(sites.map((site) => [site.id, site]));
  }

  function readSites(refused: (read: ReturnType<typeof readProfiles>) => void): readonly SiteProfile[] {
    if (stored.profiles === undefined) return [];
    const read = readProfiles(stored.profiles);
    if (!read.profiles) refused(read);
    return read.profiles ?? [];
  }

  function put(key: string, value: unknown, area: 'local' | 'session' = 'local') {
    (area === 'local' ? stored : (passing as Record<string, unknown>))[key as 'profiles'] = value;
    changes[area].set(key, value);
    writeSoon();
  }

  /** One write after the other: what was put first is never written last. */
  function writeSoon(): Promise<void> {
    return (writing ??= last = last.then(write, write));
  }

  function remove(key: string, area: 'local' | 'session' = 'local') {
    put(key, undefined, area);
    delete (area === 'local' ? stored : passing)[key as 'profiles'];
  }

  async function write() {
    writing = undefined;
    await Promise.all(
      (['local', 'session'] as const).map(async (area) => {
        const all = [...changes[area]];
        changes[area].clear();
        const set = all.filter(([, value]) => value !== undefined);
        const gone = all.filter(([, value]) => value === undefined).map(([key]) => key);
        if (set.length) await storage[area].set(Object.fromEntries(set));
        if (gone.length) await storage[area].remove(gone);
      }),
    );
  }

  return {
    stored,
    passing,
    /** All that are guarded. */
    sites: () => sites,
    site: (id: string) => byId.get(id),
    /** Those of the person alone, as they are without a policy. */
    own: () => own,
    policy: () => policy,
    preferences: () => preferencesInForce(stored.preferences, policy),
    state,
    putState(id: string, next: SiteState) {
      const paused = stored[siteKey(id)]?.paused;
      // A pause that the policy passes over is still the person's.
      put(siteKey(id), paused && !state(id).paused ? { ...next, paused } : next);
    },
    record: (key: string): SessionRecord | undefined => stored[sessionKey(key)] ?? passing[sessionKey(key)],
    putRecord: (key: string, record: SessionRecord) =>
      put(sessionKey(key), record, record.isPrivate ? 'session' : 'local'),
    removeRecord(key: string) {
      remove(sessionKey(key));
      remove(sessionKey(key), 'session');
    },
    /** All sessions, of private windows too. */
    records: (): [string, SessionRecord][] =>
      [stored, passing].flatMap((area) =>
        Object.entries(area).flatMap(([name, value]) =>
          name.startsWith('session:')
            ? [[name.slice('session:'.length), value as SessionRecord] as [string, SessionRecord]]
            : [],
        ),
      ),
    put,
    remove,
    putProfiles(profiles: unknown) {
      put('profiles', profiles);
      // Whoever puts them has read them.
      own = readSites(() => {});
      bring();
    },
    /** Whether the browser tells another policy than last. */
    async learnPolicy(): Promise<boolean> {
      const given = (await managed()) ?? {};
      const told = Object.keys(given).length ? given : undefined;
      if (isSameJson(told, stored.policy)) return false;
      if (told) put('policy', told);
      else remove('policy');
      ({ policy } = policyIn(stored));
      bring();
      return true;
    },
    onProfiles(heard: typeof changed) {
      changed = heard;
    },
    /** Resolves when all that was put is written. */
    flush: writeSoon,
  };
}

export type Store = Awaited<ReturnType<typeof openStore>>;
