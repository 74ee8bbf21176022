import { wobble } from '../../shared/facts.ts';
import { localOf } from '../session/choose.ts';
import type { PastEnding } from '../stored.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

const most = 50;
const longest = 30 * 86_400_000;
const soon = 5000;

/** The ends of each site: at most 50, none older than 30 days. Paths have no query. */
export function createHistory({ store, edges }: House) {
  return {
    /** Once for each end: a worker that starts again hears of it again, and the server may confirm the clock. */
    noteEnd(session: Session) {
      const { guard, site, by } = session;
      const { ended, passedAt } = guard.facts();
      const record = session.record();
      const at = ended?.at ?? passedAt ?? guard.now();
      const { history, over } = record.notified;
      const isClock = history !== undefined && history === passedAt;
      if (record.isPrivate || (over && !isClock)) return;
      if (history !== undefined && Math.abs(history - at) <= wobble) return;
      const stated = Object.values(record.told).map((fact) => localOf(record.facts, fact));
      const later = stated.filter((end) => end > at + soon);
      const { reason = 'expired', code, requestId } = ended?.ending ?? {};
      const ending: PastEnding = {
        at,
        reason,
        by: ended ? by : 'clock',
        path: new URL(record.page).pathname,
        ...(code && { code }),
        ...(requestId && { requestId }),
        ...(later.length && !passedAt && { early: Math.min(...later) - at }),
      };
      const state = store.state(site.id);
      const oldest = edges.clock.wall() - longest;
      const kept = (isClock ? state.endings.slice(0, -1) : state.endings).filter((each) => each.at > oldest);
      store.putState(site.id, { ...state, endings: [...kept, ending].slice(-most) });
      session.change({ notified: { ...record.notified, history: at } });
      session.by = 'look';
    },
  };
}

export type History = ReturnType<typeof createHistory>;
