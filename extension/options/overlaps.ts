import { readPattern, type Pattern } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';

type Site = Pick<SiteProfile, 'id' | 'match'>;

interface Placed {
  site: number;
  pattern: Pattern;
  /** Without the `*.` in front. */
  name: string;
  wide: boolean;
}

/**
 * Which sites have an address in common with one that stands before them: there the first one counts.
 *
 * @returns by id, the ids of those that win.
 */
export function overlapsOf(sites: readonly Site[]): Map<string, string[]> {
  const placed = sites.flatMap(({ match }, site) =>
    match.flatMap((text): Placed[] => {
      const pattern = readPattern(text);
      const name = pattern?.host.replace(/^\*\./, '');
      return pattern && name ? [{ site, pattern, name, wide: name !== pattern.host }] : [];
    }),
  );
  const byName = new Map<string, Placed[]>();
  for (const each of placed) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const found = new Map<string, Set<string>>();
  const note = (one: Placed, other: Placed) => {
    if (one.site === other.site || !isShared(one.pattern, other.pattern)) return;
    const [winner, loser] = [Math.min(one.site, other.site), Math.max(one.site, other.site)];
    const winners = found.get(sites[loser]!.id) ?? new Set();
    found.set(sites[loser]!.id, winners.add(sites[winner]!.id));
  };
  // Only names that are the same, or below one that is wide, can meet: a thousand sites are not all compared.
  for (const one of placed)
    for (const name of namesAbove(one.name))
      for (const other of byName.get(name) ?? []) if (name === one.name || other.wide) note(one, other);
  const inOrder = (ids: Set<string>) => sites.flatMap(({ id }) => (ids.has(id) ? id : []));
  return new Map([...found].map(([id, winners]) => [id, winners.size > 1 ? inOrder(winners) : [...winners]]));
}

function namesAbove(host: string): string[] {
  const names = [host];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    names.push(host.slice(dot + 1));
  return names;
}

function isShared(one: Pattern, other: Pattern): boolean {
  return (
    (one.scheme === '*' || other.scheme === '*' || one.scheme === other.scheme) &&
    (portOf(one) === undefined || portOf(other) === undefined || portOf(one) === portOf(other)) &&
    globsMeet(one.path, other.path)
  );
}

const portOf = ({ scheme, port }: Pattern): string | undefined =>
  port === (scheme === 'https' ? '443' : '80') ? 'default' : port;

/** Whether some text is as both globs have it. */
export function globsMeet(one: string, other: string): boolean {
  // Row by row: whether the rest of `one` from here meets the rest of `other` from there.
  let below: boolean[] = [];
  for (let at = one.length; at >= 0; at -= 1) {
    const row: boolean[] = [];
    for (let to = other.length; to >= 0; to -= 1) {
      const [here, there] = [one[at], other[to]];
      if (here === undefined && there === undefined) row[to] = true;
      else if (here === '*') row[to] = !!below[to] || (there !== undefined && !!row[to + 1]);
      else if (there === '*') row[to] = !!row[to + 1] || (here !== undefined && !!below[to]);
      else row[to] = here !== undefined && here === there && !!below[to + 1];
    }
    below = row;
  }
  return below[0]!;
}
