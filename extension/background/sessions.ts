import { createGuard, type Guard } from '../../shared/guard.ts';
import type { Reading } from '../../shared/facts.ts';
import type { Reason } from '../../shared/ending.ts';
import { isAlive, isOver } from '../../shared/phase.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Status } from '../../shared/status.ts';
// A worker may not import on demand: what guards load late is here from the start.
import '../../shared/late.ts';
import '../../shared/read-ending.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { isSameJson } from '../profile/same-json.ts';
import type { Sign } from '../profile/sign.ts';
import { heed } from '../session/signs.ts';
import { keyOf, newRecord, type SessionPlace } from '../session/record.ts';
import { settingsOf } from '../session/settings.ts';
import { weigh } from '../session/weigh.ts';
import type { SessionRecord } from '../stored.ts';
import type { House } from './house.ts';

/** One guarded session while the background runs: its guard, and what is stored of it. */
export interface Session {
  key: string;
  site: SiteProfile;
  guard: Guard;
  record(): SessionRecord;
  /** Changes what is stored beside the facts. */
  change(part: Partial<SessionRecord>): void;
  /** Takes over a record that a source or sign changed, and believes what it told. */
  believe(told: { record: SessionRecord; reading?: Reading }): void;
  note(problem: Problem): void;
  /** What told the end that may follow, for the history. */
  by: string;
  /** It is over by the word of something else than the server; `by` goes into the history. */
  end(reason: Reason, by: string): void;
  /** Tabs came or went, the profile or a switch changed: the guard is told. */
  configure(): void;
  /** A tab of it came in view, or the last one went. */
  seen(inView: boolean): void;
  /** From the wall clock of a page or an event to local time; never later than now. */
  toLocal(wall: number): number;
  stop(): void;
}

const mostProblems = 20;

export function createSessions(house: House) {
  const { edges, store, due } = house;
  const all = new Map<string, Session>();

  function build(key: string, site: SiteProfile): Session {
    let heard: ((what: 'away' | 'back') => void) | undefined;
    const record = () => store.record(key)!;
    const put = (next: SessionRecord) => {
      store.putRecord(key, next);
      house.showing.soon(key);
    };
    const held = record();
    // Out of view at the latest since it was last heard of: the browser may have been closed meanwhile.
    const awaySince = held.awaySince ?? (house.agents.inView(key) ? undefined : held.savedAt);
    const guard = createGuard(
      settingsOf(site, store.state(site.id), held),
      {
        clock: edges.clock,
        timer: due.port,
        random: edges.random,
        fetch: (ask) => house.asking.send(session, ask),
        weigh(reading) {
          const before = record();
          const weighed = weigh(site, before, reading, guard.now());
          const { record: next, problem, lookAgain } = weighed;
          put(next);
          if (problem) session.note(problem);
          if (lookAgain) due.port.set(3000, () => void guard.look());
          if (next.lookExtends !== before.lookExtends) session.configure();
          return weighed.reading;
        },
        wake(hear) {
          heard = hear;
          return () => (heard = undefined);
        },
      },
      [],
      { facts: held.facts, now: held.savedAt, awaySince },
    );

    /** The next end is another one. */
    function backAgain() {
      const { notified } = record();
      if (notified.over) session.change({ notified: { ...notified, over: undefined } });
    }

    /** What the guard knows now is stored, and shown. */
    function save() {
      const facts = guard.facts();
      const asking = askingOf(guard.status());
      const before = record();
      // A worker that starts has a thousand guards say what is stored already.
      if (facts === before.facts && isSameJson(asking, before.asking)) house.showing.soon(key);
      else put({ ...before, facts, asking, savedAt: guard.now() });
    }

    const session: Session = {
      by: 'look',
      key,
      site,
      guard,
      record,
      change: (part) => put({ ...record(), ...part }),
      believe({ record: next, reading }) {
        put(next);
        if (reading) guard.take(reading);
        save();
      },
      end(reason, by) {
        const at = guard.now();
        session.by = by;
        const ended = { reason, certain: true };
        const reading: Reading = { source: 'observed', requestedAt: at, receivedAt: at, ended };
        session.believe({ record: record(), reading });
      },
      note({ code, field, found, expected }) {
        const problems = [...record().problems, { code, field, found, expected, at: guard.now() }];
        put({ ...record(), problems: problems.slice(-mostProblems) });
      },
      configure: () => guard.configure(settingsOf(site, store.state(site.id), record())),
      seen(inView) {
        put({ ...record(), awaySince: inView ? undefined : (record().awaySince ?? guard.now()) });
        heard?.(inView ? 'back' : 'away');
      },
      toLocal: (wall) => Math.min(guard.now(), wall + guard.now() - edges.clock.wall()),
      stop() {
        save();
        guard.stop();
        all.delete(key);
      },
    };
    guard.subscribe((event) => {
      if (event.type === 'update') return save();
      if (event.type === 'problem') return session.note(event);
      if (event.type === 'expired' || event.type === 'ended') house.history.noteEnd(session);
      if (event.type === 'change' && !isOver(event.phase)) backAgain();
      if (event.type === 'before-renew') house.keepingFresh.beforeRenewal(session, event);
      // A weak end has passed, of which no event tells more: what is left of it says.
      if (event.type === 'change' && guard.facts().passedWeak) void house.cookies.check(session);
      if (event.type === 'renewed') house.keepingFresh.renewed(session);
      save();
    });
    all.set(key, session);
    // Only now: what comes of it has somebody to hear it.
    if (awaySince !== undefined) heard?.('away');
    return session;
  }

  /** Each is there when it is asked for, also before the start has come to it. */
  function get(key: string): Session | undefined {
    const known = all.get(key);
    const id = store.record(key)?.site;
    const site = known || id === undefined ? undefined : store.site(id);
    return site && !store.state(site.id).paused ? build(key, site) : known;
  }

  return {
    /** A sign holds; `at`: local moment of the request, or of what was seen. */
    heed(session: Session, sign: Sign, at: number) {
      const { guard, site } = session;
      const now = guard.now();
      const told = heed(site, session.record(), sign, { requestedAt: at, receivedAt: now }, now);
      if (told.reading?.ended) session.by = `sign ${site.signs.indexOf(sign)}`;
      const before = guard.status().phase;
      session.believe(told);
      // Signed in without a new page: when it ends is not known before somebody asks.
      const isNew = !isAlive(before) && isAlive(guard.status().phase);
      if (told.look || (isNew && guard.status().canLook)) void guard.look();
    },
    /** The person's word. It says that there is a session, not when it ends. */
    signedIn(session: Session) {
      const at = session.guard.now();
      session.believe({
        record: session.record(),
        reading: { source: 'start', requestedAt: at, receivedAt: at, alive: {} },
      });
      house.watch.used(session, 'sign-in');
    },
    all: () => all.values(),
    get,
    ofSite: (id: string) =>
      store.records().flatMap(([key, { site }]) => (site === id ? (get(key) ?? []) : [])),
    /** The session of this place, begun where nobody has seen it before. */
    open(site: SiteProfile, place: SessionPlace): Session {
      const key = keyOf(place);
      if (!store.record(key)) store.putRecord(key, newRecord(place));
      return all.get(key) ?? build(key, site);
    },
    /** Brings sessions and profiles together: at each start, and when profiles or switches change. */
    reconcile() {
      for (const [key, { site: id }] of store.records()) {
        const site = store.site(id);
        const paused = site && store.state(id).paused;
        const known = all.get(key);
        if (known && (!isSameJson(known.site, site) || paused)) known.stop();
        if (!site) store.removeRecord(key);
        else if (!paused && all.has(key)) all.get(key)!.configure();
        else if (!paused) build(key, site);
      }
    },
    /** The whole of what is known is written before anything is asked of a server: a worker may die meanwhile. */
    async settle(session: Session) {
      session.change({ facts: session.guard.facts(), savedAt: session.guard.now() });
      await store.flush();
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

const shown = ['looking', 'renewing', 'failed', 'offline', 'away', 'refusals'] as const;

/** As it comes back from storage: without members that are not set. */
const askingOf = (status: Status) =>
  Object.fromEntries(
    shown.flatMap((name) => (status[name] === undefined ? [] : [[name, status[name]]])),
  ) as unknown as SessionRecord['asking'];
