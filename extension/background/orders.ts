import type { ToAgent } from '../messages.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

/** While a site is watched, how often use of it is told at least: no profile says so yet. */
const watchedTimeout = 20 * 60_000;

/** Signs that no profile lists; agents tell them by the places behind those of the profile. */
const implied = {
  /** A bare 401 is a hint wherever there is somebody to ask, or somebody watches. */
  refusal: { url: '/*', status: 401, means: 'look' },
  use: { url: '/*', status: '2xx', means: 'counted' },
} as const;

export type Implied = keyof typeof implied;

const names = Object.keys(implied) as Implied[];

export const impliedAt = ({ signs }: SiteProfile, place: number): Implied | undefined =>
  names[place - signs.length];

/** What the agent of a session is to do from now on. */
export function ordersFor(house: House, session: Session): Extract<ToAgent, { order: 'orders' }> {
  const { match, hosts, signs, look, expiry, keepFresh } = session.site;
  const byItself = signs.flatMap(
    ({ url, except, status, page, means, method, redirect, header, at }, place) =>
      page !== undefined ||
      (url !== undefined && [method, redirect, header, at].every((each) => each === undefined))
        ? [{ place, url, except, status, page, means }]
        : [],
  );
  const isWatched = house.watch.isOn(session);
  const isWanted = { refusal: isWatched || !!look, use: isWatched };
  const added = names.flatMap((name, index) =>
    isWanted[name] ? [{ place: signs.length + index, ...implied[name] }] : [],
  );
  const timeouts = expiry.flatMap((source) =>
    source.from === 'idle' && source.since === 'input' ? [source.timeout] : [],
  );
  if (isWatched) timeouts.push(watchedTimeout);
  if (keepFresh?.idle !== undefined && house.store.state(session.site.id).keepFresh)
    timeouts.push(keepFresh.idle);
  return {
    order: 'orders',
    match,
    hosts,
    signs: [...byItself, ...added],
    wantsInput: session.guard.status().wantsInput,
    inputEvery: timeouts.length ? Math.max(5000, Math.min(...timeouts) / 20) : undefined,
    dueAt: house.due.nearest(),
  };
}
