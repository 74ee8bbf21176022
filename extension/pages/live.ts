import type { Problem } from '../../shared/problem.ts';
import { preferencesInForce, sitesInForce } from '../policy/in-force.ts';
import type { Policy } from '../policy/policy.ts';
import { policyIn } from '../policy/stored-policy.ts';
import { readProfiles } from '../profile/read-profile.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { sitesOf, viewOf, viewsOf, type Access, type SessionView } from '../session/view.ts';
import { sessionKey, siteKey, type Stored } from '../stored.ts';
import { accessOf, type Granted } from './access.ts';
import type { PagePorts } from './page-ports.ts';
import { timeLeft } from './time-left.ts';

/** What of the browser's storage a page needs. */
export interface StorageEdge {
  local: { get(): Promise<Record<string, unknown>> };
  /** Of private windows. */
  session?: { get(): Promise<Record<string, unknown>> };
  onChanged: Listeners<[changes: Record<string, { newValue?: unknown }>, area: string]>;
}

export interface PermissionsEdge {
  getAll(): Promise<Granted>;
  onAdded: Listeners<[]>;
  onRemoved: Listeners<[]>;
}

interface Listeners<Told extends unknown[]> {
  addListener(hear: (...told: Told) => void): void;
  removeListener(hear: (...told: Told) => void): void;
}

export interface LiveEdges {
  storage: StorageEdge;
  permissions: PermissionsEdge;
  ports: PagePorts;
  /** Whether the page shows the time of this session. Default: of all. */
  isShown?: (view: SessionView) => boolean;
}

export type Live =
  | {
      state: 'ready';
      now: number;
      stored: Stored;
      access: Access;
      /** All that are guarded. */
      profiles: readonly SiteProfile[];
      views: SessionView[];
      /** What was decided for the person; `stored.preferences` follow it. */
      policy: Policy;
      policyProblems: readonly Problem[];
    }
  /** What is stored cannot be read; it is left as it is. */
  | { state: 'broken'; data: unknown; why: string };

/** The language that the person chose; `''`: as the browser. */
export const chosenIn = (live: Live): string =>
  live.state === 'ready' ? (live.stored.preferences?.language ?? '') : '';

/**
 * Reads what is stored, follows it, and tells the page at each change, and at each moment at which what it shows
 * changes by itself: one timer, while somebody sees the page. Returns what draws again now, and what ends it.
 */
export function createLive(
  { storage, permissions, ports, isShown = () => true }: LiveEdges,
  hear: (live: Live) => void,
): { redraw(): void; stop(): void } {
  const areas = new Map<string, Record<string, unknown>>();
  const early: (() => void)[] = [];
  let access: Access | undefined;
  let failure: unknown;
  let timer: unknown;
  let stopped = false;

  const redraw = () => {
    ports.clearTimer(timer);
    if (stopped || (!access && failure === undefined)) return;
    const live = failure === undefined ? compute() : broken(failure);
    hear(live);
    if (live.state === 'ready' && ports.isVisible()) {
      const wait = untilChange(live);
      if (wait !== undefined) timer = ports.setTimer(wait, redraw);
    }
  };

  // One and the same key is in one area only.
  const stored = () => Object.assign({}, ...areas.values()) as Stored;

  const compute = (): Live => {
    try {
      const now = ports.now();
      const all = stored();
      const { policy, problems } = policyIn(all);
      if (policy.isGiven) all.preferences = preferencesInForce(all.preferences, policy);
      return {
        state: 'ready',
        now,
        stored: all,
        access: access!,
        profiles: sitesInForce(read(all), policy),
        views: viewsOf(all, access!, now),
        policy,
        policyProblems: problems,
      };
    } catch (error) {
      return broken(error);
    }
  };

  const broken = (error: unknown): Live => ({
    state: 'broken',
    data: stored(),
    why: error instanceof Error ? error.message : String(error),
  });

  const read = ({ profiles }: Stored): readonly SiteProfile[] => {
    const sites = sitesOf({ profiles });
    const { problems } = sites.length || profiles === undefined ? {} : readProfiles(profiles);
    if (problems)
      throw new Error(problems.map(({ code, field }) => `${field ?? 'profiles'}: ${code}`).join(', '));
    return sites;
  };

  /** The time shown of one session, the end of another, or a phase that begins before. */
  const untilChange = ({
    stored,
    access,
    profiles,
    views,
    now,
    policy,
  }: Live & { state: 'ready' }): number | undefined => {
    const waits = views.flatMap((view) => {
      const left = (view.endsAt ?? now) - now;
      return left > 0 ? (isShown(view) && timeLeft(left).next) || left : [];
    });
    if (!waits.length) return undefined;
    const wait = Math.min(Math.max(Math.min(...waits), 1), 3_600_000);
    const sites = new Map(profiles.map((site) => [site.id, site]));
    const shown = views.filter((view) => view.endsAt !== undefined && isShown(view));
    const phaseAt = ({ key, site }: SessionView, at: number) =>
      viewOf(key, sites.get(site)!, stored[siteKey(site)], stored[sessionKey(key)], access, at, policy).phase;
    const isSame = (at: number) => shown.every((view) => phaseAt(view, now + at) === view.phase);
    if (isSame(wait)) return wait;
    let [same, other] = [0, wait];
    while (other - same > 50) {
      const middle = (same + other) / 2;
      if (isSame(middle)) same = middle;
      else other = middle;
    }
    return Math.max(Math.ceil(other), 1);
  };

  const onChanged = (changes: Record<string, { newValue?: unknown }>, name: string) => {
    const take = () => {
      const area = areas.get(name);
      if (!area) return;
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (newValue === undefined) delete area[key];
        else area[key] = newValue;
      }
      failure = undefined;
    };
    // What changed while the rest was read is taken after it.
    if (!access) early.push(take);
    else {
      take();
      redraw();
    }
  };

  const readAccess = () => permissions.getAll().then((granted) => (access = accessOf(granted)));
  const onAccess = () => void readAccess().then(redraw, fail);
  const fail = (error: unknown) => {
    failure = error ?? 'unreadable';
    redraw();
  };

  storage.onChanged.addListener(onChanged);
  permissions.onAdded.addListener(onAccess);
  permissions.onRemoved.addListener(onAccess);
  const leave = ports.onVisibility(() => (ports.isVisible() ? redraw() : ports.clearTimer(timer)));

  const readAreas = async () => {
    const [local, session] = await Promise.all([storage.local.get(), storage.session?.get() ?? {}]);
    areas.set('session', { ...session }).set('local', { ...local });
    await readAccess();
    for (const take of early) take();
  };
  readAreas().then(redraw, fail);

  return {
    redraw,
    stop() {
      stopped = true;
      ports.clearTimer(timer);
      leave();
      storage.onChanged.removeListener(onChanged);
      permissions.onAdded.removeListener(onAccess);
      permissions.onRemoved.removeListener(onAccess);
    },
  };
}
