import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { identities, type Identity } from './people.ts';

const cookie = 'northgate-session';

/** In minutes. */
export const rememberedFor = 5;

export interface Remembered {
  who(c: Context): Identity | undefined;
  remember(c: Context, identity: Identity): void;
  forget(c: Context): void;
}

/** The provider's own session: whoever is remembered is signed in to a system without a question. */
export function createRemembered(now: () => number): Remembered {
  const sessions = new Map<string, { sub: string; until: number }>();
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: rememberedFor * 60 } as const;

  return {
    who(c) {
      const session = sessions.get(getCookie(c, cookie) ?? '');
      if (!session || now() >= session.until) return undefined;
      return identities.find(({ sub }) => sub === session.sub);
    },
    remember(c, { sub }) {
      for (const [id, { until }] of sessions) if (now() >= until) sessions.delete(id);
      const id = randomBytes(24).toString('base64url');
      sessions.set(id, { sub, until: now() + rememberedFor * 60_000 });
      setCookie(c, cookie, id, options);
    },
    forget(c) {
      sessions.delete(getCookie(c, cookie) ?? '');
      deleteCookie(c, cookie, { path: '/' });
    },
  };
}
