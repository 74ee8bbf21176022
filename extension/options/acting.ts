import { problem, type Problem } from '../../shared/problem.ts';
import type { SendCommand } from '../pages/command.ts';
import { presetAt } from '../profile/presets.ts';
import type { SiteProfile } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { isSameJson } from '../profile/same-json.ts';
import { idOf, moved, replaced, textOf, withFreeIds, type Profiles, type Written } from './documents.ts';
import { problemsOf, writtenIn, type Draft } from './drafts.ts';
import { needsOf, originsOnlyOf, type Needs } from './needs.ts';

/** What the page does with the browser. */
export interface Hands {
  send: SendCommand;
  /** `permissions.request` and `permissions.remove`. */
  request(needs: Needs): Promise<boolean>;
  remove(needs: Needs): Promise<boolean>;
}

export type Outcome = { ok: true } | { ok: false; problem: Problem };

const refused = (code: string, field?: string): Outcome => ({
  ok: false,
  problem: problem(code, undefined, undefined, field),
});

// Browsers ask the person only for a request that is the first thing in their click: no await before it.

export const giveAccess = async ({ request }: Pick<Hands, 'request'>, needs: Needs): Promise<Outcome> =>
  (await asked(request(needs))) ? { ok: true } : refused('access-denied');

export const takeAccessBack = async (
  { remove }: Pick<Hands, 'remove'>,
  site: SiteProfile,
  others: readonly SiteProfile[],
): Promise<Outcome> => {
  const origins = originsOnlyOf(site, others);
  if (!origins.length) return refused('needed-by-others');
  return (await asked(remove({ origins, permissions: [] }))) ? { ok: true } : refused('access-kept');
};

/** An imported site begins: access first, and the word of the person that its requests are right. */
export async function confirmSite({ request, send }: Hands, site: SiteProfile): Promise<Outcome> {
  if (!(await asked(request(needsOf([site]))))) return refused('access-denied');
  return send({ do: 'confirm', site: site.id });
}

/** One of the systems that we know, at an address of the person's own. */
export async function addPreset(
  hands: Hands,
  name: string,
  address: string,
  ids: readonly string[],
): Promise<Outcome> {
  const { sites = [] } = Object(presetAt(name, address.trim())) as { sites?: Written[] };
  const text = textOf(withFreeIds(sites, ids));
  const { profiles } = readProfiles(text);
  if (!profiles?.length) return refused('bad-address');
  if (!(await asked(hands.request(needsOf(profiles))))) return refused('access-denied');
  return hands.send({ do: 'add-profiles', text, confirmed: true });
}

/** What strangers wrote: it arrives paused. */
export const addImported = (
  { send }: Pick<Hands, 'send'>,
  sites: readonly Written[],
  ids: readonly string[],
) => send({ do: 'add-profiles', text: textOf(withFreeIds(sites, ids)), confirmed: false });

/** Another part of the extension, or another tab, saved the site since this change began. */
export const isOutdated = ({ written }: Profiles, draft: Draft): boolean =>
  !isSameJson(
    written.find((site) => idOf(site) === draft.id),
    draft.base,
  );

/**
 * Saves one site into what is stored now, and nothing else of it. Where it needs more access than before, the browser
 * asks at once; a site that is not given it is saved, and says so.
 */
export async function saveDraft(
  { request, send }: Hands,
  profiles: Profiles,
  draft: Draft,
  { overwrite = false, paused = false } = {},
): Promise<Outcome> {
  const [first] = problemsOf(draft);
  const site = writtenIn(draft);
  if (first || !site) return { ok: false, problem: first ?? problem('not-json') };
  const text = textOf(replaced(profiles.written, site));
  const { profiles: read, problems } = readProfiles(text);
  if (problems) return { ok: false, problem: problems[0]! };
  if (!profiles.written.some((each) => idOf(each) === draft.id)) return refused('unguarded');
  if (!overwrite && isOutdated(profiles, draft)) return refused('changed-elsewhere');

  const now = needsOf(read.filter(({ id }) => id === draft.id));
  const before = needsOf(profiles.read.filter(({ id }) => id === draft.id));
  const isMore = [...now.origins, ...now.permissions].some(
    (need) => ![...before.origins, ...before.permissions].includes(need),
  );
  // What is not confirmed asks for nothing.
  if (isMore && !paused) await asked(request(now));
  return send({ do: 'save-profiles', text });
}

/** Of two sites with an address in common the first counts. */
export const putBefore = (
  { send }: Pick<Hands, 'send'>,
  { written }: Profiles,
  id: string,
  other: string,
) => {
  const place = (wanted: string) => written.findIndex((site) => idOf(site) === wanted);
  return send({ do: 'save-profiles', text: textOf(moved(written, place(id), place(other))) });
};

/** Firefox rejects where there was no click. */
const asked = (answer: Promise<boolean>): Promise<boolean> => answer.catch(() => false);
