import { readPattern } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';

/** When a request would be made; each is a sentence in the texts. */
export type When = 'looks' | 'keep-active' | 'keep-open' | 'reload' | 'sign-in';

/** A request that a profile would have us make. */
export interface SiteRequest {
  kind: 'look' | 'renew' | 'reload' | 'sign-in';
  method: string;
  /** Where it would go: one, or one for each origin of its pages. */
  addresses: string[];
  /** The address is that of whichever page is open. */
  ownPage: boolean;
  headers: Record<string, string>;
  body?: string;
  /** The value of this cookie goes into this header. */
  csrf?: { cookie: string; header: string };
  when: When;
  atMost?: number;
  idle?: number;
}

/** All requests that a profile asks for, for a person to see before any is made. There are no others. */
export function requestsOf(site: SiteProfile): SiteRequest[] {
  const { look, keepFresh, signIn } = site;
  const requests: SiteRequest[] = [];
  const at = (address: string) => ({
    addresses: address === '.' ? [...site.match] : absolute(site, address),
    ownPage: address === '.',
  });

  if (look)
    requests.push({
      kind: 'look',
      method: 'GET',
      ...at(look.url),
      headers: { ...look.headers },
      when: 'looks',
    });
  if (keepFresh) {
    const { atMost, idle } = keepFresh;
    const limits = { ...(atMost !== undefined && { atMost }), ...(idle !== undefined && { idle }) };
    if (keepFresh.by === 'reload')
      requests.push({ kind: 'reload', method: 'GET', ...at('.'), headers: {}, when: 'reload', ...limits });
    else {
      const { url, method, headers, body, csrf } = keepFresh;
      requests.push({
        kind: 'renew',
        method,
        ...at(url),
        headers: { ...headers },
        ...(body !== undefined && { body }),
        ...(csrf && { csrf: { cookie: csrf.name, header: csrf.header } }),
        when: keepFresh.while === 'open' ? 'keep-open' : 'keep-active',
        ...limits,
      });
    }
  }
  if (signIn)
    requests.push({ kind: 'sign-in', method: 'GET', ...at(signIn.url), headers: {}, when: 'sign-in' });
  return requests;
}

/** Hosts beside those of its pages that a profile has to do with: named, so that nobody is sent there unawares. */
export interface Strangers {
  hosts: string[];
  signIn?: string;
}

export function strangersOf({ match, hosts, signIn }: SiteProfile): Strangers {
  const own = match.flatMap((pattern) => readPattern(pattern)?.host.replace(/^\*\./, '') ?? []);
  const isOwn = (host: string) => own.some((each) => host === each || host.endsWith(`.${each}`));
  const others = hosts.flatMap((pattern) => readPattern(pattern)?.host ?? []);
  const to = signIn && URL.canParse(signIn.url) ? new URL(signIn.url).hostname : undefined;
  return {
    hosts: [...new Set(others.filter((host) => !isOwn(host.replace(/^\*\./, ''))))],
    ...(to !== undefined && !isOwn(to) && { signIn: to }),
  };
}

/** A path is at the origin of the page that is open. */
function absolute({ match }: Pick<SiteProfile, 'match'>, address: string): string[] {
  if (!address.startsWith('/')) return [address];
  const origins = match.flatMap((pattern) => {
    const read = readPattern(pattern);
    return read ? `${read.scheme}://${read.host}${read.port ? `:${read.port}` : ''}` : [];
  });
  return [...new Set(origins)].map((origin) => origin + address);
}
