import type { Reason } from '../../shared/ending.ts';
import { readPointer } from '../../shared/json-pointer.ts';
import { matchesGlob } from './glob.ts';
import { matchesAddress, matchesStatus } from './match.ts';
import type { Sign, SiteProfile } from './profile.ts';
import { isSameJson } from './same-json.ts';

/** A reply that was seen, in whatever way. */
export interface Reply {
  kind: 'reply';
  url: string;
  method: string;
  status: number;
  headers: { get(name: string): string | null };
  /** As the reply says it; may be relative to `url`. */
  redirectTo?: string;
  /** Absent where nobody read the body, or it is no JSON. */
  json?: unknown;
}

/** A cookie that was removed and not set again, or written. */
export interface CookieChange {
  kind: 'cookie';
  name: string;
  gone: boolean;
}

export interface PageSeen {
  kind: 'page';
  /** Whether the page shows what a CSS selector means. */
  matches(selector: string): boolean;
}

export type Happening = Reply | CookieChange | PageSeen;

export interface Meaning {
  means: Sign['means'];
  reason?: Reason;
  sign: Sign;
}

type Place = Pick<SiteProfile, 'match' | 'hosts' | 'signs'>;

/** Conditions on a reply by the member of the sign that asks for it. The place to add one. */
const conditions: { [member in keyof Sign]?: (sign: Sign, reply: Reply, site: Place) => boolean } = {
  url: ({ url }, reply, site) => matchesAddress(site, url!, reply.url),
  except: ({ except }, reply, site) => !except!.some((glob) => matchesAddress(site, glob, reply.url)),
  method: ({ method }, reply) => method === reply.method.toUpperCase(),
  status: ({ status }, reply) => matchesStatus(status!, reply.status),
  redirect: ({ redirect }, { url, redirectTo }, site) =>
    redirectTo !== undefined &&
    URL.canParse(redirectTo, url) &&
    matchesAddress(site, redirect!, new URL(redirectTo, url).href),
  header: (sign, { headers }) => {
    const value = headers.get(sign.header!);
    return 'is' in sign ? value === sign.is : value !== null;
  },
  at: (sign, { json }) => {
    const value = readPointer(json, sign.at!);
    return value !== undefined && (!('is' in sign) || isSameJson(value, sign.is));
  },
};

/** What a happening says about the session: the first sign of which all conditions hold, or nothing. */
export function meaningOf(site: Place, happening: Happening): Meaning | undefined {
  const sign = site.signs.find((each) => holds(each, happening, site));
  if (!sign) return undefined;
  return { means: sign.means, ...(sign.reason && { reason: sign.reason }), sign };
}

function holds(sign: Sign, happening: Happening, site: Place): boolean {
  switch (happening.kind) {
    case 'reply':
      return (
        sign.url !== undefined &&
        Object.entries(conditions).every(
          ([member, condition]) =>
            sign[member as keyof Sign] === undefined || condition(sign, happening, site),
        )
      );
    case 'cookie':
      return (
        sign.cookie !== undefined && sign.gone === happening.gone && matchesGlob(sign.cookie, happening.name)
      );
    case 'page':
      return sign.page !== undefined && happening.matches(sign.page);
  }
}
