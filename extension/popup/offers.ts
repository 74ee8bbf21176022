import { isAlive, isOver } from '../../shared/phase.ts';
import type { SessionView } from '../session/view.ts';

export type Offer =
  | 'renew'
  | 'sign-in'
  | 'sign-in-again'
  | 'look'
  | 'open-tab'
  | 'open-site'
  | 'signed-in'
  | 'signed-out'
  | 'know'
  | 'give-access'
  | 'give-cookies'
  | 'review'
  | 'resume'
  | 'pause'
  | 'why'
  | 'why-past';

/** What can be done with a session, the one thing to do first; `isHere`: it is of the tab in view. */
export function offersFor(view: SessionView, isHere: boolean): { first?: Offer; others: Offer[] } {
  const over = isOver(view.phase);
  const why: Offer[] = over ? ['why'] : view.lastEndings.length ? ['why-past'] : [];
  if (view.paused === 'person') return { first: 'resume', others: why };
  if (view.paused) return { first: 'review', others: [] };
  if (view.access === 'missing') return { first: 'give-access', others: ['pause', ...why] };

  const isLive = isAlive(view.phase);
  const isOpenQuestion = view.phase === 'unknown' && !view.probablyOver;
  const first: Offer | undefined = view.cookiesMissing
    ? 'give-cookies'
    : isLive && view.canRenew
      ? 'renew'
      : view.signIn && (over || view.phase === 'warning' || view.probablyOver)
        ? 'sign-in-again'
        : view.signIn && view.phase === 'none'
          ? 'sign-in'
          : undefined;
  const others: (Offer | false | undefined)[] = [
    view.cookiesMissing && isLive && view.canRenew && 'renew',
    view.cookiesMissing && over && view.signIn && 'sign-in-again',
    view.canLook && 'look',
    isOpenQuestion && view.signIn && 'sign-in',
    isOpenQuestion && 'signed-in',
    view.watching && isLive && 'signed-out',
    view.watching && 'know',
    !isHere && (view.tabs > 0 ? 'open-tab' : view.page ? 'open-site' : false),
    ...why,
    'pause',
  ];
  return { first, others: others.filter((offer) => typeof offer === 'string') };
}
