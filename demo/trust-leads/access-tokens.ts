import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

export interface AccessTokens {
  issue(sessionId: string, lifetime: number): Promise<string>;
  /** `undefined`: run out, or not one of ours. */
  read(token: string): Promise<{ sessionId: string; expiresAt: number } | undefined>;
}

/** JWTs under a key that lives as long as this process. */
export function createAccessTokens(now: () => number): AccessTokens {
  const key = randomBytes(32);
  return {
    issue: (sessionId, lifetime) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(Math.ceil((now() + lifetime) / 1000))
        .sign(key),
    async read(token) {
      const options = { algorithms: ['HS256'], currentDate: new Date(now()) };
      const read = await jwtVerify(token, key, options).catch(() => undefined);
      const { sid, exp } = read?.payload ?? {};
      if (typeof sid !== 'string' || exp === undefined) return undefined;
      return { sessionId: sid, expiresAt: exp * 1000 };
    },
  };
}
