import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Env, MiddlewareHandler } from 'hono';
import type { Faults, FaultSwitches } from './faults.ts';

/** What a request tells the routes around it: the session it named, dead or alive, and who sent it. */
export interface SessionEnv extends Env {
  Variables: { sessionId?: string; user?: string };
}

/** By id; only routes that know their caller ask. */
export const whose = (c: Context<SessionEnv>): string => c.get('user') ?? '';

/** For a session that is switched to slow, the server does its work, and only the answer is late. */
export function answerLate(
  slowBy: number,
  faults: Pick<FaultSwitches<Faults>, 'of'>,
): MiddlewareHandler<SessionEnv> {
  return async (c, next) => {
    await next();
    if (faults.of(c.get('sessionId')).slow) await wait(slowBy, undefined, { ref: false });
  };
}
