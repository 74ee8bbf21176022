import { hash } from '../../shared/hash.ts';
import type { CookieSeen } from './seen.ts';
import { readStated } from './stated.ts';

/** As `cookies.getAll` gives it. */
export interface BrowserCookie {
  name: string;
  value: string;
  domain: string;
  httpOnly: boolean;
  secure: boolean;
  /** Epoch seconds. */
  expirationDate?: number;
}

/** What of a cookie may be known: its value is parsed here, and goes no further. */
export function cookieSeen(cookie: BrowserCookie, now: number, hidden = false): CookieSeen {
  const { name, value, domain, httpOnly, secure, expirationDate } = cookie;
  const stated = value === '' ? undefined : readStated('cookie', name, value, now);
  return {
    name,
    domain,
    httpOnly,
    secure,
    ...(hidden && { hidden: true as const }),
    ...(expirationDate !== undefined && { endsAt: expirationDate * 1000 }),
    ...(stated && { stated }),
  };
}

/** Tells of cookies that get another value each time: in the memory of this page alone, and only as fingerprints. */
export function createChanges(): {
  note(cookies: readonly BrowserCookie[]): void;
  always(name: string): boolean;
} {
  const known = new Map<string, { print: string; seen: number; changed: number }>();
  return {
    note(cookies) {
      for (const { name, domain, value } of cookies) {
        const before = known.get(name);
        const print = hash(`${domain} ${value}`);
        const changed = (before?.changed ?? 0) + Number(!!before && before.print !== print);
        known.set(name, { print, seen: (before?.seen ?? 0) + 1, changed });
      }
    },
    always(name) {
      const { seen = 0, changed = 0 } = known.get(name) ?? {};
      return seen > 2 && changed === seen - 1;
    },
  };
}
