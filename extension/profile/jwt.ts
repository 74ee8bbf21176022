import { hash } from '../../shared/hash.ts';
import { readMoment } from '../../shared/moment.ts';
import { problem } from '../../shared/problem.ts';
import type { SessionReading } from '../../shared/read-session.ts';
import { readBase64 } from './base64.ts';

/**
 * Reads `exp`, `iat` and the hashed `sub` of a JWT (RFC 7519); nothing else of it is kept or told (law 7). Nobody
 * checks its signature: it is what the page or the browser holds, not a proof.
 */
export function readJwt(token: unknown, now: number): SessionReading & { issuedAt?: number } {
  const claims = claimsOf(token);
  if (!claims) return { problems: [problem('not-a-jwt', 'a JWT')] };
  const { exp, iat, sub } = claims;
  const [end, issued] = [exp, iat].map((value) => readMoment(value, { now, unit: 'epoch-s' }));
  if (end!.problem) return { problems: [{ ...end!.problem, field: 'exp' }] };
  return {
    expiresAt: end!.at,
    issuedAt: issued!.at,
    subject: typeof sub === 'string' && sub ? hash(sub) : undefined,
    problems: end!.at === undefined ? [problem('no-exp', 'a JWT with exp')] : [],
  };
}

function claimsOf(token: unknown): Record<string, unknown> | undefined {
  const parts = typeof token === 'string' ? token.split('.') : [];
  // Five parts are encrypted: there is nothing to read. Without a header it is JSON with dots in it, say.
  if (parts.length !== 3 || !objectIn(parts[0]!)) return undefined;
  return objectIn(parts[1]!);
}

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(readBase64(part) ?? '');
    return typeof json === 'object' && json && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
