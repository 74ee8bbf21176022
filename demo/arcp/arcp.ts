import type { Env } from 'hono';
import { initialConfig, type Config } from './config.ts';
import { createFaults, type FaultSwitches } from './faults.ts';
import { createSessions, type SessionStore } from './sessions.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** The system's whole memory. */
export interface Arcp {
  now: () => number;
  sessions: SessionStore;
  tokens: Tokens;
  faults: FaultSwitches;
  config: Config;
  /** How late a slow answer comes. */
  slowBy: number;
}

/** What a request tells the routes around it: the session it named, dead or alive. */
export interface ArcpEnv extends Env {
  Variables: { sessionId?: string };
}

/** The documented defaults of ARCP: public, and good for nothing but this demo. */
export const demoAccount = { username: 'ARCP', password: 'ARCP' } as const;

export const defaultIdleTimeout = 60_000;

/**
 * The token outlives the idle timeout by far, as in the real system: two ends to watch, the earlier one counts.
 * Without a renewal it is the hard end of the session.
 */
export const tokenLifetime = (idleTimeout: number): number => idleTimeout * 10;

export function createArcp(now: () => number, slowBy: number): Arcp {
  return {
    now,
    sessions: createSessions(now),
    tokens: createTokens(now),
    faults: createFaults(),
    config: { ...initialConfig },
    slowBy,
  };
}
