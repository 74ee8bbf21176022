import { accessOf } from '../pages/access.ts';
import { localNow, viewOf, type Access, type SessionView } from '../session/view.ts';
import { badgeOf } from './badge.ts';
import type { House } from './house.ts';
import { noticeFor } from './notices.ts';
import { ordersFor } from './orders.ts';
import { noticeText } from './words.ts';

/** What people see of a session outside of pages of ours: badge, notifications, prompts. Computed anew at each change. */
export function createShowing(house: House) {
  const { edges, store, due } = house;
  const changed = new Set<string>();
  const steps = new Map<string, unknown>();
  const orders = new Map<number, string>();
  let access: Access = { granted: () => false, cookies: false };

  function soon(key: string) {
    if (!changed.size) void Promise.resolve().then(show);
    changed.add(key);
  }

  function show() {
    const keys = [...changed];
    changed.clear();
    for (const key of keys) one(key);
  }

  function one(key: string) {
    const session = house.sessions.get(key);
    const record = store.record(key);
    if (!session || !record) return;
    // Of most sites no tab is open, and nothing is to be told: they cost nothing here.
    const { phase } = session.guard.status();
    if (!house.agents.of(key).length && (phase === 'active' || phase === 'none')) return;
    const wall = edges.clock.wall();
    const view = viewOf(key, session.site, store.state(session.site.id), record, access, wall);
    const now = localNow(wall, record);
    badge(view, now);
    notify(view, now);
    house.prompts.update(view);
    house.keepingFresh.stayPresent(session);
    for (const agent of house.agents.of(key)) if (agent.seen) order(agent.tabId, key);
  }

  function badge(view: SessionView, now: number) {
    const agents = house.agents.of(view.key);
    due.port.clear(steps.get(view.key));
    steps.delete(view.key);
    if (!agents.length) return;
    const { text, colour, next } = badgeOf(view, now);
    for (const { tabId } of agents) edges.badge(tabId, text, colour);
    // Out of view nobody reads it: it is drawn anew when a tab comes back.
    if (next !== undefined && agents.some(({ seen }) => seen))
      steps.set(
        view.key,
        due.port.set(next - now, () => soon(view.key)),
      );
  }

  function notify(view: SessionView, now: number) {
    const session = house.sessions.get(view.key)!;
    const record = session.record();
    const { notifications } = store.preferences();
    const inView = house.agents.of(view.key).some(({ seen, refused }) => seen && !refused);
    const notice = noticeFor(view, record, inView, now);
    if (!notice) {
      if (view.phase === 'active' && record.notified.warning !== undefined) edges.unnotify(view.key);
      return;
    }
    const { kind, at } = notice;
    const told = kind === 'end' ? { end: at, over: true as const } : { warning: at };
    session.change({ notified: { ...record.notified, ...told } });
    // The prompt is up where somebody looks: it tells.
    const isTold = kind === 'end' && inView && view.prompt === 'guard';
    if (notifications && !isTold)
      void house.words.now().then((words) => edges.notify(view.key, ...noticeText(words, view, kind)));
  }

  /** New orders only where they differ: each wakes a page. */
  function order(tabId: number, key: string) {
    const session = house.sessions.get(key);
    if (!session) return;
    const next = ordersFor(house, session);
    const text = JSON.stringify(next);
    if (orders.get(tabId) === text) return;
    orders.set(tabId, text);
    void house.agents.send(tabId, next);
  }

  return {
    soon,
    all: () => [...house.sessions.all()].forEach(({ key }) => soon(key)),
    /** What the browser allows, read at each start and when it changes. */
    async learnAccess() {
      access = accessOf(await edges.access());
    },
    access: () => access,
    ordered: (tabId: number, message: object) => orders.set(tabId, JSON.stringify(message)),
  };
}

export type Showing = ReturnType<typeof createShowing>;
