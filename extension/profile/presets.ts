import { readAddress } from './match.ts';
import arcp from './presets/arcp.json';
import asterwise from './presets/asterwise.json';
import trustLeads from './presets/trust-leads.json';

/** Profiles as they are written, before `readProfiles`. The place to add one: its paths must all be relative. */
export const presets: Readonly<Record<string, { sites: readonly object[] }>> = {
  arcp,
  asterwise,
  'trust-leads': trustLeads,
};

/**
 * A preset at an address of one's own, such as `https://leads.example.com/app/`: only pages below it are guarded, and
 * all paths are below it.
 *
 * @returns JSON for `readProfiles`; `undefined` where the address is none, or nobody knows the preset.
 */
export function presetAt(name: string, address: string): unknown {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  const url = readAddress(address);
  if (!preset || !url) return undefined;
  const below = url.pathname.replace(/\/[^/]*$/, '');
  const sites = preset.sites.map((site) => ({
    ...(moved(site, below) as object),
    match: [`${url.origin}${below}/*`],
    hosts: [],
  }));
  return { ...preset, sites };
}

/** Wherever a path may stand, it moves below. */
function moved(json: unknown, below: string, member = ''): unknown {
  if (typeof json === 'string') return /^(url|redirect|except)$/.test(member) ? below + json : json;
  if (Array.isArray(json)) return json.map((each) => moved(each, below, member));
  if (Object(json) !== json) return json;
  return Object.fromEntries(
    Object.entries(json as object).map(([name, value]) => [name, moved(value, below, name)]),
  );
}
