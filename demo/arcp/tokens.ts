import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';

export interface ReadToken {
  sessionId: string;
  expiresAt: number;
  /** Signed by us, but its time is over. */
  expired: boolean;
}

export interface Tokens {
  issue(input: { sessionId: string; user: string; lifetime: number }): Promise<{
    token: string;
    expiresAt: number;
  }>;
  /** `undefined`: not one of ours. */
  read(token: string): Promise<ReadToken | undefined>;
}

/** JWTs under a key that lives as long as this process: a new start knows no old token. */
export function createTokens(now: () => number): Tokens {
  const key = randomBytes(32);
  const opaque = (user: string) => createHmac('sha256', key).update(user).digest('base64url').slice(0, 22);

  async function claims(token: string): Promise<{ payload: JWTPayload; expired: boolean } | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        currentDate: new Date(now()),
      });
      return { payload, expired: false };
    } catch (error) {
      // jose checks the signature before the times, so these claims are ours and can name the session.
      if (error instanceof errors.JWTExpired) return { payload: error.payload, expired: true };
      return undefined;
    }
  }

  return {
    async issue({ sessionId, user, lifetime }) {
      const issuedAt = Math.floor(now() / 1000);
      // Rounded up: the token must never end before the session it carries.
      const expires = Math.ceil((now() + lifetime) / 1000);
      const token = await new SignJWT({ sid: sessionId, role: 'admin' })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(opaque(user))
        .setIssuedAt(issuedAt)
        .setExpirationTime(expires)
        .setJti(randomUUID())
        .sign(key);
      return { token, expiresAt: expires * 1000 };
    },
    async read(token) {
      const found = await claims(token);
      const { sid, exp } = found?.payload ?? {};
      if (!found || typeof sid !== 'string' || exp === undefined) return undefined;
      return { sessionId: sid, expiresAt: exp * 1000, expired: found.expired };
    },
  };
}
