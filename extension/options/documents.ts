import type { Problem } from '../../shared/problem.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { inOrder } from './in-order.ts';

/** A site as somebody wrote it. */
export type Written = { readonly [member: string]: unknown };

/** All sites, as written and as read, in the same order. */
export interface Profiles {
  written: readonly Written[];
  read: readonly SiteProfile[];
}

export const noProfiles: Profiles = { written: [], read: [] };

/** Reads what is stored: profiles that nobody saved so far are none. */
export function profilesOf(stored: unknown): Profiles | { problems: Problem[] } {
  if (stored === undefined) return noProfiles;
  const { profiles, problems } = readProfiles(stored);
  if (problems) return { problems };
  return { written: writtenOf(stored), read: profiles };
}

/** The sites of a storage that could be read. */
export function writtenOf(stored: unknown): readonly Written[] {
  const json: unknown = typeof stored === 'string' ? JSON.parse(stored.replace(/^\uFEFF/, '')) : stored;
  return (json as { sites: Written[] } | undefined)?.sites ?? [];
}

/** The file that people export, and what `save-profiles` takes. */
export const textOf = (sites: readonly Written[]): string =>
  `${JSON.stringify({ $schema: 'profile.schema.json', version: 1, sites: sites.map(inOrder) }, null, 2)}\n`;

/** One site as its editor shows it. */
export const siteText = (site: Written): string => JSON.stringify(site, null, 2);

export const idOf = (site: Written): string => String(site.id);

export const replaced = (sites: readonly Written[], site: Written): Written[] =>
  sites.map((each) => (each.id === site.id ? site : each));

/** The order decides which of two sites counts where both match. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  if (from === to || !(from in items) || !(to in items)) return [...items];
  const without = items.toSpliced(from, 1);
  return without.toSpliced(to, 0, items[from]!);
}

/** With ids that no other site has, so that what is added never replaces anything. */
export function withFreeIds(added: readonly Written[], ids: readonly string[]): Written[] {
  const taken = new Set(ids);
  return added.map((site) => {
    const wanted = idOf(site);
    let id = wanted;
    for (let next = 2; taken.has(id); next += 1) id = `${wanted.slice(0, 58)}-${next}`;
    taken.add(id);
    return id === wanted ? site : { ...site, id };
  });
}

/** A name for the file: no host, no person. */
export const fileName = (sites: readonly Written[]): string =>
  sites.length === 1 ? `session-guard-${idOf(sites[0]!)}.json` : 'session-guard-sites.json';
