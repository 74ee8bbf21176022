/** The one session that a traits server holds, as its pages and replies know it. */
export interface Session {
  /** Epoch ms on the server's clock. */
  readonly expiresAt: number;
  readonly alive: boolean;
  /** A full life, in ms. */
  life: number;
  /** How often something moved the end. */
  readonly extensions: number;
  /** From now on it ends so much later; it is alive then. */
  expireIn(ms: number): void;
  /** Over at once, whatever its end was. */
  end(): void;
  /** Somebody signed in: a full life from now on. */
  revive(): void;
  /** A full life from now on, if it is alive. */
  extend(): void;
}

export function createSession(now: () => number, life: number): Session {
  let expiresAt = now() + life;
  let extensions = 0;
  const session: Session = {
    get expiresAt() {
      return expiresAt;
    },
    get alive() {
      return now() < expiresAt;
    },
    get extensions() {
      return extensions;
    },
    life,
    expireIn(ms) {
      expiresAt = now() + ms;
    },
    end() {
      expiresAt = Math.min(expiresAt, now());
    },
    revive() {
      expiresAt = now() + session.life;
    },
    extend() {
      if (!session.alive) return;
      expiresAt = now() + session.life;
      extensions += 1;
    },
  };
  return session;
}
