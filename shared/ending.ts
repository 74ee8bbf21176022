/** Why a session is over. Issue, API and texts use exactly these words. */
export const reasons = ['expired', 'revoked', 'not-found', 'signed-out', 'other-user', 'unknown'] as const;

export type Reason = (typeof reasons)[number];

/** What a server's reply says about the end of the session. */
export interface Ending {
  reason: Reason;
  /** `false`: only a hint (a bare 401, say): worth a look, never an ending by itself. */
  certain: boolean;
  /** The server's own code, such as `SESSION_EXPIRED`. */
  code?: string;
  requestId?: string;
  /** The system's page about this ending; http(s) only. */
  docUrl?: string;
  /** A sentence of the server's, for people. Never parsed. */
  detail?: string;
}
