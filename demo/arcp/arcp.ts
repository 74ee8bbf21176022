import { createFaults, type Faults, type FaultSwitches } from '../faults.ts';
import { initialConfig, nightConfig, type Config } from './config.ts';
import { face } from './face.ts';
import { createSessions, type SessionStore } from './sessions.ts';
import { createTokens, type Tokens } from './tokens.ts';

export interface ArcpFaults extends Faults {
  /** Problem replies leave out `error_code` and `session_timeout`. */
  bare: boolean;
}

/** The system's whole memory. */
export interface Arcp {
  now: () => number;
  sessions: SessionStore;
  tokens: Tokens;
  faults: FaultSwitches<ArcpFaults>;
  /** By person: each keeps a registry of their own. */
  configs: Map<string, Config>;
}

export const defaultIdleTimeout = 60_000;

/**
 * The token outlives the idle timeout by far, as in the real system: two ends to watch, the earlier one counts.
 * Without a renewal it is the hard end of the session.
 */
export const tokenLifetime = (idleTimeout: number): number => idleTimeout * 10;

export function createArcp(now: () => number): Arcp {
  const [day, night] = face.people;
  return {
    now,
    sessions: createSessions(now),
    tokens: createTokens(now),
    faults: createFaults({ slow: false, bare: false }),
    configs: new Map([
      [day.id, initialConfig],
      [night.id, nightConfig],
    ]),
  };
}
