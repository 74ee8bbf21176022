import { createHash, randomBytes } from 'node:crypto';

export type SessionEnd = 'expired' | 'revoked';

/** Dashboard sessions are renewed by loading the dashboard; those of a flow end when they end. */
export type SessionKind = 'dashboard' | 'flow';

export interface Session {
  /** A digest: whoever reads the server's memory learns no token. */
  readonly id: string;
  readonly kind: SessionKind;
  readonly user: string;
  readonly lifetime: number;
  readonly startedAt: number;
  expiresAt: number;
  /** When it was last given a full life: at sign-in, or by a start-up request. */
  renewedAt: number;
  renewals: number;
  requests: number;
  ended?: SessionEnd;
}

export type Standing =
  | { state: 'live'; session: Session }
  | { state: SessionEnd; session: Session }
  | { state: 'not-found'; session?: undefined };

export interface SessionStore {
  open(input: { kind: SessionKind; user: string; lifetime: number }): { token: string; session: Session };
  /** How a session stands. Moves nothing. */
  look(id: string): Standing;
  /** Gives a full life, to a live session of the dashboard only. */
  renew(id: string): Standing;
  end(id: string, how: SessionEnd): void;
  forget(id: string): void;
  forgetAll(): void;
}

const keepEndedFor = 3_600_000;

export const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function createSessions(now: () => number): SessionStore {
  const sessions = new Map<string, Session>();

  function look(id: string): Standing {
    const session = sessions.get(id);
    if (!session) return { state: 'not-found' };
    // Written down, not computed anew: a clock set back must not bring a dead session to life.
    if (now() >= session.expiresAt) session.ended ??= 'expired';
    return { state: session.ended ?? 'live', session };
  }

  function cleanUp(): void {
    for (const { id, expiresAt } of sessions.values()) {
      if (now() > expiresAt + keepEndedFor) sessions.delete(id);
    }
  }

  return {
    open({ kind, user, lifetime }) {
      cleanUp();
      const token = `ast_${kind === 'flow' ? 'flow' : 'sess'}_${randomBytes(24).toString('base64url')}`;
      const session: Session = {
        id: idOf(token),
        kind,
        user,
        lifetime,
        startedAt: now(),
        expiresAt: now() + lifetime,
        renewedAt: now(),
        renewals: 0,
        requests: 0,
      };
      sessions.set(session.id, session);
      return { token, session };
    },
    look,
    renew(id) {
      const standing = look(id);
      if (standing.state !== 'live' || standing.session.kind !== 'dashboard') return standing;
      const { session } = standing;
      session.renewedAt = now();
      session.expiresAt = now() + session.lifetime;
      session.renewals += 1;
      return standing;
    },
    end(id, how) {
      const standing = look(id);
      if (standing.state === 'live') standing.session.ended = how;
    },
    forget: (id) => void sessions.delete(id),
    forgetAll: () => sessions.clear(),
  };
}
