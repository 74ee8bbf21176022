import { proposalsFor } from '../guarding/proposals.ts';
import type { SiteState, Stored } from '../stored.ts';

/** The sites of which there is something to suggest. */
export function suggestionsIn(stored: Stored): Set<string> {
  const sites = new Set<string>();
  for (const [name, state] of Object.entries(stored)) {
    const { watch, declined } = (name.startsWith('site:') ? state : {}) as Partial<SiteState>;
    if (!watch) continue;
    const id = name.slice('site:'.length);
    if (proposalsFor({ watch, declined }, writtenOf(stored, id)).length) sites.add(id);
  }
  return sites;
}

/** The profile as somebody wrote it, for what it already says is not suggested. */
function writtenOf({ profiles }: Stored, id: string): object {
  const { sites } = Object(profiles) as { sites?: unknown };
  if (!Array.isArray(sites)) return {};
  return (sites as { id?: unknown }[]).find((site) => site?.id === id) ?? {};
}
