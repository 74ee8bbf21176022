import { matches, readAddress } from '../profile/match.ts';
import { presets } from '../profile/presets.ts';
import type { PageSeen } from './seen.ts';

/** What gives a system away wherever it runs: names of what its pages keep. The place to add one. */
const traits: Readonly<Record<string, { keys?: readonly string[]; cookies?: readonly string[] }>> = {
  arcp: { keys: ['arcp-admin-token'] },
  'trust-leads': { cookies: ['trust-leads-refresh'] },
};

export interface KnownSystem {
  /** Of the preset. */
  preset: string;
  name: string;
  /** Where it seems to be; the person can change it. */
  address: string;
  keepFresh?: 'request' | 'reload';
}

interface PresetSite {
  name: string;
  match: string[];
  signIn?: { url: string };
  keepFresh?: { by: 'request' | 'reload' };
}

/** The systems that a page may belong to, by its address or by what it keeps. */
export function presetsFor(
  address: string,
  page: Pick<PageSeen, 'keys'> | undefined,
  cookies: readonly { name: string }[],
): KnownSystem[] {
  const url = readAddress(address);
  if (!url) return [];
  return Object.entries(presets).flatMap(([preset, { sites }]) => {
    const site = sites[0] as PresetSite;
    const there = site.match.some((pattern) => matches(pattern, url.href));
    const { keys = [], cookies: names = [] } = traits[preset] ?? {};
    const given =
      keys.some((key) => page?.keys.includes(key)) ||
      names.some((name) => cookies.some((cookie) => cookie.name === name));
    if (!there && !given) return [];
    const address = url.origin + (there ? '/' : baseOf(url.pathname, site));
    return [{ preset, name: site.name, address, ...(site.keepFresh && { keepFresh: site.keepFresh.by }) }];
  });
}

/** `/arcp/dashboard` is below `/arcp/`, for the system's own page is `/dashboard`. */
function baseOf(path: string, { signIn }: PresetSite): string {
  const own = signIn?.url ?? '';
  return own && path.endsWith(own) ? path.slice(0, path.length - own.length + 1) : '/';
}
