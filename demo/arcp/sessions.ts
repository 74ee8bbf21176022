import { randomUUID } from 'node:crypto';

export type SessionEnd = 'expired' | 'revoked';

export interface Session {
  readonly id: string;
  readonly user: string;
  readonly fingerprint: string;
  readonly idleTimeout: number;
  readonly startedAt: number;
  /** The last request that slid the idle timeout, and what it was. */
  lastUsedAt: number;
  lastUse: string;
  requests: number;
  renewals: number;
  looks: number;
  ended?: SessionEnd;
}

export type Standing =
  | { state: 'live'; session: Session; idleExpiresAt: number }
  | { state: 'expired'; session: Session }
  | { state: 'revoked'; session: Session }
  | { state: 'not-found' };

export interface SessionStore {
  open(input: { user: string; fingerprint: string; idleTimeout: number }): Session;
  /** How the session stands. Moves nothing. */
  look(id: string): Standing;
  /** A request that the server counts as use: slides the idle timeout, but of a live session only. */
  use(id: string, what: string): Standing;
  end(id: string, how: SessionEnd): void;
  forget(id: string): void;
  forgetAll(): void;
}

const keepEndedFor = 3_600_000;

export function createSessions(now: () => number): SessionStore {
  const sessions = new Map<string, Session>();

  function look(id: string): Standing {
    const session = sessions.get(id);
    if (!session) return { state: 'not-found' };
    const idleExpiresAt = session.lastUsedAt + session.idleTimeout;
    // Written down, not computed anew: a clock set back must not bring a dead session to life.
    if (now() >= idleExpiresAt) session.ended ??= 'expired';
    return session.ended ? { state: session.ended, session } : { state: 'live', session, idleExpiresAt };
  }

  function cleanUp(): void {
    for (const { id, lastUsedAt, idleTimeout } of sessions.values()) {
      if (now() > lastUsedAt + idleTimeout + keepEndedFor) sessions.delete(id);
    }
  }

  return {
    open({ user, fingerprint, idleTimeout }) {
      cleanUp();
      const session: Session = {
        id: randomUUID(),
        user,
        fingerprint,
        idleTimeout,
        startedAt: now(),
        lastUsedAt: now(),
        lastUse: 'sign-in',
        requests: 0,
        renewals: 0,
        looks: 0,
      };
      sessions.set(session.id, session);
      return session;
    },
    look,
    use(id, what) {
      const standing = look(id);
      if (standing.state !== 'live') return standing;
      const { session } = standing;
      session.lastUsedAt = now();
      session.lastUse = what;
      return { ...standing, idleExpiresAt: session.lastUsedAt + session.idleTimeout };
    },
    end(id, how) {
      const standing = look(id);
      if (standing.state === 'live') standing.session.ended = how;
    },
    forget: (id) => void sessions.delete(id),
    forgetAll: () => sessions.clear(),
  };
}
