import { randomUUID } from 'node:crypto';

/** Sessions as a small server keeps them. Times are the server's own. */
export interface Sessions {
  /** Seconds that a sign-in, a renewal and (where `slides`) a request buy. */
  life: number;
  create(subject?: string): string;
  /** Why there is no live session, in the words of the server's replies; or when the live one ends. */
  find(id: string | undefined): { expiresAt: number; subject?: string } | { error: string };
  extend(id: string | undefined): void;
  extendLatest(): void;
  /** The latest session ends here: taken away (`session_revoked`) or forgotten (`session_not_found`). */
  end(error: string): void;
  remove(id: string | undefined): void;
  /** When the latest session ends. */
  latestEnd(): number;
}

export function createSessions(life: number, now: () => number): Sessions {
  const live = new Map<string, { expiresAt: number; subject?: string; error?: string }>();
  let latest = '';
  const sessions: Sessions = {
    life,
    create(subject) {
      latest = randomUUID();
      live.set(latest, { expiresAt: now() + sessions.life * 1000, subject });
      return latest;
    },
    find(id) {
      const session = id === undefined ? undefined : live.get(id);
      if (!session) return { error: 'session_not_found' };
      if (session.error) return { error: session.error };
      const { expiresAt, subject } = session;
      return expiresAt > now() ? { expiresAt, subject } : { error: 'session_expired' };
    },
    extend(id) {
      const session = id === undefined ? undefined : live.get(id);
      if (session) session.expiresAt = now() + sessions.life * 1000;
    },
    extendLatest: () => sessions.extend(latest),
    end(error) {
      const session = live.get(latest);
      if (session) session.error = error;
    },
    remove(id) {
      if (id !== undefined) live.delete(id);
    },
    latestEnd: () => live.get(latest)?.expiresAt ?? 0,
  };
  return sessions;
}
