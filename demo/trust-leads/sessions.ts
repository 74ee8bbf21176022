import { randomBytes, randomUUID } from 'node:crypto';

export type SessionEnd = 'expired' | 'revoked';

export interface Session {
  readonly id: string;
  readonly user: string;
  /** How long it lives without a refresh. */
  readonly lifetime: number;
  /** What a page must send back with each request that changes something. */
  readonly csrf: string;
  /** The refresh token that is good now, and the one it replaced. */
  refreshToken: string;
  replaced?: { token: string; at: number };
  /** The last refresh, and what asked for it. */
  refreshedAt: number;
  refreshedBy: Refresher;
  requests: number;
  renewals: number;
  silentRefreshes: number;
  looks: number;
  ended?: SessionEnd;
}

/** The element, by its renewal, or the page, whose access token had run out. */
export type Refresher = 'sign-in' | 'renewal' | 'silent refresh';

export type Standing =
  | { state: 'live'; session: Session; expiresAt: number }
  | { state: SessionEnd; session: Session }
  | { state: 'not-found' };

export interface SessionStore {
  open(input: { user: string; lifetime: number }): Session;
  /** How the session of a refresh token stands. Moves nothing. */
  look(refreshToken: string): Standing;
  /** The same for a session's id, which an access token carries. */
  find(id: string): Standing;
  /** Replaces the token and slides the end, of a live session only. */
  refresh(refreshToken: string, by: Exclude<Refresher, 'sign-in'>): Standing;
  end(id: string, how: SessionEnd): void;
  forget(id: string): void;
  forgetAll(): void;
}

/** Tabs race: one may still send the token that another has just replaced. */
export const grace = 10_000;

const keepEndedFor = 3_600_000;

export function createSessions(now: () => number): SessionStore {
  const sessions = new Map<string, Session>();

  // The id in front finds the session also by a token that was replaced; the rest is what must be right.
  const newToken = (id: string) => `${id}.${randomBytes(24).toString('base64url')}`;
  const idOf = (refreshToken: string) => refreshToken.split('.')[0] ?? '';

  function find(id: string): Standing {
    const session = sessions.get(id);
    if (!session) return { state: 'not-found' };
    const expiresAt = session.refreshedAt + session.lifetime;
    // Written down, not computed anew: a clock set back must not bring a dead session to life.
    if (now() >= expiresAt) session.ended ??= 'expired';
    return session.ended ? { state: session.ended, session } : { state: 'live', session, expiresAt };
  }

  function isGood({ refreshToken, replaced }: Session, token: string): boolean {
    return token === refreshToken || (token === replaced?.token && now() < replaced.at + grace);
  }

  function cleanUp(): void {
    for (const { id, refreshedAt, lifetime } of sessions.values()) {
      if (now() > refreshedAt + lifetime + keepEndedFor) sessions.delete(id);
    }
  }

  return {
    open({ user, lifetime }) {
      cleanUp();
      const id = randomUUID();
      const session: Session = {
        id,
        user,
        lifetime,
        csrf: randomBytes(24).toString('base64url'),
        refreshToken: newToken(id),
        refreshedAt: now(),
        refreshedBy: 'sign-in',
        requests: 0,
        renewals: 0,
        silentRefreshes: 0,
        looks: 0,
      };
      sessions.set(id, session);
      return session;
    },
    look(token) {
      const standing = find(idOf(token));
      if (standing.state === 'not-found' || isGood(standing.session, token)) return standing;
      return { state: 'not-found' };
    },
    find,
    refresh(token, by) {
      const standing = find(idOf(token));
      if (standing.state !== 'live') return standing;
      const { session } = standing;
      if (!isGood(session, token)) {
        // Two hold tokens of one session, and nobody can tell which of them stole it.
        session.ended = 'revoked';
        return { state: 'revoked', session };
      }
      // Within the grace the same successor again: whichever answer comes last, the browser keeps a good one.
      if (token === session.refreshToken) {
        session.replaced = { token, at: now() };
        session.refreshToken = newToken(session.id);
      }
      session.refreshedAt = now();
      session.refreshedBy = by;
      if (by === 'renewal') session.renewals += 1;
      else session.silentRefreshes += 1;
      return { state: 'live', session, expiresAt: session.refreshedAt + session.lifetime };
    },
    end(id, how) {
      const standing = find(id);
      if (standing.state === 'live') standing.session.ended = how;
    },
    forget: (id) => void sessions.delete(id),
    forgetAll: () => sessions.clear(),
  };
}
