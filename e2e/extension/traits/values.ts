/** The forms in which sites write down a moment (epoch ms). */

export const inSeconds = (at: number): number => Math.round(at / 1000);

export const asRfc3339 = (at: number): string => new Date(at).toISOString();

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** Nobody here checks its signature. */
export const asJwt = (exp: number, iat: number): string =>
  [
    part({ alg: 'HS256', typ: 'JWT' }),
    part({ sub: 'p-1', exp: inSeconds(exp), iat: inSeconds(iat) }),
    'c2ln',
  ].join('.');

export const asJson = (at: number): string => JSON.stringify({ session: { ends: asRfc3339(at) } });
