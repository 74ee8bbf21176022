import { isPast } from '../../shared/facts.ts';
import { matchesGlob } from '../profile/glob.ts';
import { readPattern } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { meaningOf } from '../profile/signs.ts';
import { readCookies } from '../profile/sources.ts';
import { isWeak } from '../profile/weak.ts';
import { tell } from '../session/tell.ts';
import { needsCookies } from '../session/view.ts';
import type { BrowserCookie } from './edges.ts';
import type { House } from './house.ts';
import type { Session } from './sessions.ts';

/** A server that replaces a cookie removes it first: gone is what has not come back by then. */
const patience = 2000;
/** The browser's clock may be a little behind ours: no event comes when a cookie's time has passed. */
const going = 10_000;

/** Reads the cookies of guarded sites, whose values are parsed and dropped at once. */
export function createCookies(house: House) {
  const { edges, due } = house;
  const checks = new Set<string>();

  async function check(session: Session, written?: string) {
    const { site, guard } = session;
    const { store } = session.record();
    const requestedAt = guard.now();
    const all = await edges.cookies(store);
    if (!all) return;
    const times = { requestedAt, receivedAt: guard.now() };
    // Firefox shows those whose time has passed for a while, and sends them no more.
    const isKept = ({ expirationDate = Infinity }: BrowserCookie) =>
      expirationDate * 1000 > edges.clock.wall();
    const cookies = all.filter((cookie) => isOf(session, cookie.domain) && isKept(cookie));

    const wasOver = isPast(session.record().facts);
    site.expiry.forEach((source, place) => {
      if (source.from !== 'cookie') return;
      const said = readCookies(source, cookies, times);
      for (const each of said.problems) if (each.code !== 'several-cookies') session.note(each);
      session.believe(tell(site, session.record(), place, said, times, guard.now()));
    });
    signs(session, cookies, written);
    if (written && wasOver && isNamed(site, written)) signOfLife(session);
    const isGoing = ({ name, expirationDate = Infinity }: BrowserCookie) =>
      goesByExpiry(site, name) && Math.abs(expirationDate * 1000 - edges.clock.wall()) < going;
    if (guard.facts().passedWeak && cookies.some(isGoing)) soon(session, patience);
  }

  /** Cookies that a sign names and that are not there any more, or that were written. */
  function signs(session: Session, cookies: BrowserCookie[], written: string | undefined) {
    const { site } = session;
    const before = session.record().cookies;
    const now = cookies
      .filter(({ name, value }) => value !== '' && isNamed(site, name))
      .map(({ name }) => name);
    session.change({ cookies: now });
    const heed = (name: string, gone: boolean) => {
      const meaning = meaningOf(site, { kind: 'cookie', name, gone });
      if (meaning) house.sessions.heed(session, meaning.sign, session.guard.now());
      return meaning;
    };
    for (const name of before) {
      if (now.includes(name) || heed(name, true)) continue;
      // Its own expiry was believed: it has left the jar.
      if (session.guard.facts().passedWeak && goesByExpiry(site, name)) session.end('not-found', 'cookie');
    }
    if (written !== undefined && now.includes(written)) heed(written, false);
  }

  /** Somebody may have signed in again: asked where there is whom to ask, else not known. */
  function signOfLife(session: Session) {
    if (!isPast(session.guard.facts())) return;
    if (session.guard.status().canLook) void session.guard.look();
    else session.guard.forget();
  }

  function soon(session: Session, ms: number, written?: string) {
    const id = `${session.key} ${written ?? ''}`;
    if (checks.has(id)) return;
    checks.add(id);
    due.port.set(ms, () => {
      checks.delete(id);
      void check(session, written);
    });
  }

  return {
    check: (session: Session) => (needsCookies(session.site) ? check(session) : Promise.resolve()),
    /** `cookies.onChanged`, of any site that the extension may see. */
    changed({
      removed,
      cookie,
    }: {
      removed: boolean;
      cookie: { name: string; domain: string; storeId: string };
    }) {
      for (const session of house.sessions.all()) {
        const { site } = session;
        if (session.record().store !== cookie.storeId || !isOf(session, cookie.domain)) continue;
        if (removed) house.watch.gone(session, 'cookie-gone', cookie.name);
        else house.watch.written(session, cookie.name);
        if (isNamed(site, cookie.name))
          soon(session, removed ? patience : 0, removed ? undefined : cookie.name);
      }
    },
  };
}

export type Cookies = ReturnType<typeof createCookies>;

/** A cookie's own expiry, which no event tells. */
const goesByExpiry = ({ expiry }: SiteProfile, name: string): boolean =>
  expiry.some((source) => source.from === 'cookie' && isWeak(source) && matchesGlob(source.name, name));

/** The profile speaks of it, as a source or in a sign. */
const isNamed = ({ expiry, signs }: SiteProfile, name: string): boolean =>
  expiry.some((source) => source.from === 'cookie' && matchesGlob(source.name, name)) ||
  signs.some(({ cookie }) => cookie !== undefined && matchesGlob(cookie, name));

/**
 * A cookie of one of the session's hosts, or of a domain above it: without a dot in front it is of that host alone.
 * Where each host has a session of its own, those of the others are not its own.
 */
function isOf(session: Session, domain: string): boolean {
  const { match, hosts } = session.site;
  const own = session.record().host.replace(/:\d+$/, '');
  const cookie = domain.replace(/^\./, '');
  const all = [...match, ...hosts].map((pattern) => readPattern(pattern)?.host ?? '');
  return (own ? [own] : all).some((host) => {
    const named = host.replace(/^\*\./, '');
    const isAbove = cookie !== domain && named.endsWith(domain);
    return named === cookie || isAbove || (host !== named && cookie.endsWith(`.${named}`));
  });
}
