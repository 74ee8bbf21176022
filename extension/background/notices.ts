import type { SessionView } from '../session/view.ts';
import type { SessionRecord } from '../stored.ts';

export interface Notice {
  kind: 'warning' | 'end';
  /** The end that it is about: once for each. */
  at: number;
}

const same = 5000;

/** The warning is told where no tab of the site is in view, the end once; of private windows nothing. */
export function noticeFor(
  view: Pick<SessionView, 'phase' | 'endsAt' | 'ending' | 'isPrivate' | 'paused'>,
  { facts, notified }: Pick<SessionRecord, 'facts' | 'notified'>,
  inView: boolean,
  now: number,
): Notice | undefined {
  if (view.isPrivate || view.paused) return undefined;
  const isNew = (told: number | undefined, at: number) => told === undefined || Math.abs(told - at) > same;
  if (view.phase === 'warning' && !inView) {
    const at = view.endsAt ?? now;
    // Without a known end it may come at any moment: said once for this session.
    const isTold = view.endsAt === undefined && notified.warning !== undefined;
    return isNew(notified.warning, at) && !isTold ? { kind: 'warning', at } : undefined;
  }
  if ((view.phase !== 'expired' && view.phase !== 'ended') || notified.over) return undefined;
  // The clock, and then the server: one end.
  const at = facts.passedAt ?? facts.ended?.at ?? now;
  return isNew(notified.end, at) ? { kind: 'end', at } : undefined;
}
