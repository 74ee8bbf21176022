import type { Context } from 'hono';
import { sayDuration } from '../duration.ts';
import type { SessionEnv } from '../answer-late.ts';
import type { Arcp } from './arcp.ts';
import { problemResponse, type ProblemKind } from './problems.ts';
import type { Session } from './sessions.ts';
import type { ReadToken } from './tokens.ts';

export type Caller =
  { refusal: Response } | { refusal?: undefined; session: Session; token: ReadToken; idleExpiresAt: number };

/** The bearer token of a request, if it is one of ours. */
export async function readBearer(c: Context<SessionEnv>, arcp: Arcp): Promise<ReadToken | undefined> {
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const read = token === undefined ? undefined : await arcp.tokens.read(token);
  if (read) c.set('sessionId', read.sessionId);
  return read;
}

/** A reply about what is wrong with this request, in the words and with the faults of its session. */
export function refuse(
  c: Context<SessionEnv>,
  arcp: Arcp,
  kind: ProblemKind,
  detail: string,
  sessionTimeout?: number,
): Response {
  const { bare } = arcp.faults.of(c.get('sessionId'));
  return problemResponse({ kind, detail, instance: c.req.path, now: arcp.now(), sessionTimeout, bare });
}

/**
 * Who is calling. `look` moves nothing; `use` slides the idle timeout, and only after everything else about
 * the request was found right.
 */
export async function authenticate(c: Context<SessionEnv>, arcp: Arcp, how: 'look' | 'use'): Promise<Caller> {
  const no = (kind: ProblemKind, detail: string, timeout?: number) => ({
    refusal: refuse(c, arcp, kind, detail, timeout),
  });

  const token = await readBearer(c, arcp);
  if (!token) return no('token-invalid', 'A bearer token from this server is required.');

  const standing = arcp.sessions.look(token.sessionId);
  if (standing.state === 'not-found') {
    return no('session-not-found', 'No session belongs to this token; it may have been signed out.');
  }
  const { session } = standing;
  if (session.fingerprint !== c.req.header('X-Client-Fingerprint')) {
    return no('session-invalid', 'X-Client-Fingerprint is not the one that signed in.');
  }
  if (standing.state === 'revoked') {
    return no('session-revoked', 'An administrator ended this session.');
  }
  if (standing.state === 'expired') {
    const detail = `Admin session has expired after ${sayDuration(session.idleTimeout)} of inactivity`;
    return no('session-expired', detail, session.idleTimeout / 1000);
  }
  if (token.expired) {
    return no('session-expired', 'The token of this admin session has expired.', session.idleTimeout / 1000);
  }

  if (how === 'look') return { session, token, idleExpiresAt: standing.idleExpiresAt };
  const used = arcp.sessions.use(session.id, `${c.req.method} ${c.req.path}`);
  return used.state === 'live'
    ? { session, token, idleExpiresAt: used.idleExpiresAt }
    : no('session-not-found', 'The session ended while this request was answered.');
}
