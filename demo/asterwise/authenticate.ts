import type { Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import type { Asterwise } from './asterwise.ts';
import { refuse } from './refusals.ts';
import { idOf, type Session, type SessionKind } from './sessions.ts';

export type Caller = { refusal: Response } | { refusal?: undefined; session: Session };

const endings = {
  expired: 'session_expired',
  revoked: 'session_revoked',
  'not-found': 'session_not_found',
} as const;

/** The session that a request names, dead or alive, known or not. */
export function namedSession(c: Context<SessionEnv>): string | undefined {
  const [, token] = /^Bearer (ast_[\w-]{10,80})$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const id = token === undefined ? undefined : idOf(token);
  if (id !== undefined) c.set('sessionId', id);
  return id;
}

/** Who is calling. `renew` gives the session a full life; everything else moves nothing. */
export function authenticate(
  c: Context<SessionEnv>,
  { sessions, now }: Asterwise,
  kind: SessionKind,
  how: 'use' | 'renew' = 'use',
): Caller {
  const id = namedSession(c);
  if (id === undefined) return { refusal: refuse('session_required', now()) };
  const { state, session } = how === 'renew' ? sessions.renew(id) : sessions.look(id);
  if (state !== 'live') return { refusal: refuse(endings[state], now()) };
  // A token of the other kind says nothing here, and is as good as none.
  if (session.kind !== kind) return { refusal: refuse('session_required', now()) };
  if (how === 'use') session.requests += 1;
  return { session };
}

/** As every reply tells it that opens a session or moves its end. */
export function sessionBody({ expiresAt }: Session, now: number) {
  // Ours: with both a page learns how wrong its computer's clock is.
  return { expires_at: new Date(expiresAt).toISOString(), expires_in: (expiresAt - now) / 1000 };
}
