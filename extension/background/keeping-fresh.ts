import type { GuardEvent } from '../../shared/announce.ts';
import { isAlive } from '../../shared/phase.ts';
import { problem } from '../../shared/problem.ts';
import { choose } from '../session/choose.ts';
import { isWeak } from '../profile/weak.ts';
import { siteKey, type Stuck } from '../stored.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

type BeforeRenewal = Extract<GuardEvent, { type: 'before-renew' }>;

/** Everything that keeps a session fresh only while somebody really wants it: limits, presence, tabs that may be reloaded. */
export function createKeepingFresh(house: House) {
  const { edges, store, due } = house;

  /** Why it may not be done by itself now. */
  function obstacle(session: Session): Stuck | undefined {
    const { site } = session;
    const { keepFresh } = site;
    const { forbids, inputAt = -Infinity } = session.record();
    if (forbids) return 'site-forbids';
    if (keepFresh?.idle !== undefined && session.guard.now() - inputAt > keepFresh.idle) return 'idle';
    return undefined;
  }

  /** An open tab may be renewed while nobody is there, but not when they have left and locked the screen. */
  async function locked({ site }: Session): Promise<Stuck | undefined> {
    if (site.keepFresh?.while !== 'open') return undefined;
    const isLocked = await edges.isLocked();
    return isLocked === undefined ? 'not-possible' : isLocked ? 'locked' : undefined;
  }

  /** Out of view, untouched since it loaded, silent: a reload loses nothing. */
  async function safeTab(session: Session): Promise<{ tabId?: number; why?: Stuck }> {
    const agents = house.agents.of(session.key);
    if (!agents.length) return { why: 'no-tab' };
    const unseen = agents.filter(({ seen }) => !seen);
    if (!unseen.length) return { why: 'tab-in-view' };
    for (const { tabId, acted } of unseen) {
      // What the agent said may be of a while ago: it is asked once more.
      if (acted || (await house.agents.isUsed(tabId))) continue;
      const tab = await edges.tabs.get(tabId);
      if (tab && !tab.active && !tab.audible && !tab.capturing) return { tabId };
    }
    return { why: 'tab-used' };
  }

  function off(siteId: string) {
    store.putState(siteId, { ...store.state(siteId), keepFresh: undefined });
    for (const session of house.sessions.ofSite(siteId)) {
      session.change({ stuck: undefined });
      session.configure();
    }
  }

  function endsAt(siteId: string) {
    const { until } = store.state(siteId).keepFresh ?? {};
    if (until === undefined) return;
    const left = until - edges.clock.wall();
    if (left <= 0) off(siteId);
    else due.port.set(left, () => endsAt(siteId));
  }

  /** Law 1: what was decided before the tab was found is decided again, and the reload goes only while alive. */
  async function mayRenew(session: Session, byItself: boolean) {
    const stuck = byItself ? (obstacle(session) ?? (await locked(session))) : undefined;
    const reload = !stuck && session.site.keepFresh?.by === 'reload' ? await safeTab(session) : {};
    const { phase } = session.guard.status();
    const why = stuck ?? reload.why;
    session.change({ stuck: why });
    if (why || !isAlive(phase))
      return problem('cannot-keep-fresh', 'a session that may be kept fresh now', why ?? phase);
    if (reload.tabId !== undefined) await edges.tabs.reload(reload.tabId);
    return undefined;
  }

  return {
    off,
    switchOn(siteId: string, untilTabCloses?: number) {
      const { keepFresh } = store.site(siteId) ?? {};
      if (!keepFresh) return;
      const since = edges.clock.wall();
      const until = keepFresh.atMost === undefined ? undefined : since + keepFresh.atMost;
      store.putState(siteId, {
        ...store.state(siteId),
        keepFresh: {
          since,
          ...(until && { until }),
          ...(untilTabCloses !== undefined && { untilTabCloses }),
        },
      });
      endsAt(siteId);
      for (const session of house.sessions.ofSite(siteId)) session.configure();
    },
    /** At each start: limits that passed meanwhile, tabs that are gone. */
    async begin() {
      for (const { id } of store.sites()) {
        // What is forbidden is off, not only held back.
        if (store.stored[siteKey(id)]?.keepFresh && !store.state(id).keepFresh) off(id);
        endsAt(id);
        const tab = store.state(id).keepFresh?.untilTabCloses;
        if (tab !== undefined && !(await edges.tabs.get(tab))) off(id);
      }
    },
    /** An agent is gone: by navigation, or with its tab. */
    tabGone(tabId: number) {
      const ids = store
        .sites()
        .flatMap(({ id }) => (store.state(id).keepFresh?.untilTabCloses === tabId ? [id] : []));
      if (ids.length) due.port.set(2000, async () => (await edges.tabs.get(tabId)) ?? ids.forEach(off));
    },
    input(session: Session) {
      session.guard.input();
      const { stuck } = session.record();
      session.change({ inputAt: session.guard.now(), stuck: stuck === 'idle' ? undefined : stuck });
    },
    /** While the tab is open is enough: presence stands in for input, within the limits. */
    stayPresent(session: Session) {
      if (session.site.keepFresh?.while !== 'open' || !session.guard.status().wantsInput) return;
      if (house.agents.of(session.key).length) session.guard.input();
    },
    /** Decides, before anything is sent, whether and how. */
    beforeRenewal(session: Session, event: BeforeRenewal) {
      event.prevented ||= session.site.keepFresh?.by === 'reload';
      event.refused = mayRenew(session, event.trigger === 'keep-fresh');
    },
    renewed(session: Session) {
      const chosen = choose(session.site, session.record(), session.guard.now());
      session.change({ stuck: undefined, probably: chosen !== undefined && isWeak(chosen.source) });
    },
  };
}

export type KeepingFresh = ReturnType<typeof createKeepingFresh>;
