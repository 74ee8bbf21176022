import type { Problem } from '../../shared/problem.ts';
import { matches, readAddress, accessFor, isPageOf } from '../profile/match.ts';
import type { SiteProfile } from '../profile/profile.ts';
import type { Live } from '../pages/live.ts';
import { lockedBy, siteLockedBy, type Decider } from '../policy/in-force.ts';
import type { SessionView } from '../session/view.ts';
import { siteKey, type SiteState } from '../stored.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import type { GuardedTab } from './edges.ts';
import { answerOf, signInCookie, type Form, type How } from './form.ts';
import { canKeepFresh, cleanName } from './make-profile.ts';
import { presetsFor, type KnownSystem } from './presets-for.ts';
import { earlyEnds, proposalsFor, type EarlyEnds, type Proposal } from './proposals.ts';
import type { CookieSeen, HeaderSeen, PageSeen } from './seen.ts';
import { askedSince } from './watching.ts';
import type { WrittenSite } from './written.ts';

/** All that the dialog knows. */
export interface State {
  query: { site?: string; tab?: number };
  live?: Live;
  /** Absent: not found so far. */
  tab?: GuardedTab;
  tabGone: boolean;
  /** The tab was looked for. */
  tabKnown: boolean;
  look: 'not-yet' | 'looking' | 'done' | 'refused';
  page?: PageSeen;
  cookies: readonly CookieSeen[];
  headers: readonly HeaderSeen[];
  form: Form;
  busy?: 'asking' | 'saving';
  /** Access was asked for and not given: to the site, to cookies, to the host above. */
  denied?: 'site' | 'cookies' | 'parent';
  /** Saving was refused. */
  problem?: Problem;
  /** Something filled in is missing or wrong. */
  incomplete?: boolean;
  saved?: { how: How; signedIn: boolean; keepFresh: boolean };
  /** Suggestions that were answered here: they go at once, before storage tells. */
  answered: readonly string[];
  /** What the person answered or did on this page, for the line that says so. */
  done?: 'accepted' | 'declined' | 'noted' | 'not-noted';
}

export interface SiteInfo {
  id?: string;
  name: string;
  host: string;
  origin: string;
}

export type Model =
  | { step: 'loading' }
  | { step: 'broken' }
  | { step: 'closed' }
  | { step: 'cannot' }
  | { step: 'gone' }
  | {
      step: 'access';
      site: SiteInfo;
      why: 'new' | 'denied' | 'revoked';
      isPrivate: boolean;
      busy: boolean;
    }
  | QuestionModel
  | { step: 'saved'; site: SiteInfo; saved: NonNullable<State['saved']>; session?: SessionView; now: number };

export interface QuestionModel {
  step: 'question';
  now: number;
  site: SiteInfo;
  /** Guarded under this profile already. */
  isGuarded: boolean;
  /** Another profile comes first at this address: its name. */
  firstWins?: string;
  /** Whoever decides how it is guarded, where that is not the person; and who, that nothing is watched. */
  decider?: Decider;
  noWatching?: Decider;
  isPrivate: boolean;
  tab: 'there' | 'none' | 'gone';
  look: State['look'];
  cookiesAllowed: boolean;
  presets: KnownSystem[];
  strong: Candidate[];
  weak: Candidate[];
  unlikely: Candidate[];
  how: How;
  form: Form;
  /** The sources that the profile has now; none: it is watched. */
  expiry: SiteProfile['expiry'];
  /** That a fixed time begins with. */
  cookie?: CookieSeen;
  keepFresh: { by?: 'request' | 'reload'; on: boolean; forbidden: boolean; decider?: Decider };
  /** What the choice needs access to before it can be seen; `host` is the one above, or the page's own. */
  needs?: { host: string; pattern: string };
  watch?: { since: number; ends: number };
  askedSince?: number;
  proposals: Proposal[];
  early?: EarlyEnds;
  signsIn: boolean;
  busy?: State['busy'];
  denied?: State['denied'];
  problem?: Problem;
  incomplete: boolean;
  done?: State['done'];
}

type Ready = Live & { state: 'ready' };

/** What there is to show. Nothing of it is kept. */
export function modelOf(state: State): Model {
  const { live, query, tab, tabGone, tabKnown } = state;
  if (!live || !tabKnown) return { step: 'loading' };
  if (live.state === 'broken') return { step: 'broken' };
  if (query.site === undefined && tabGone && !tab) return { step: 'closed' };
  const profile = profileOf(state, live);
  if (query.site !== undefined && !profile) return { step: 'gone' };
  const site = siteInfo(state, live, profile);
  if (!site) return { step: query.site === undefined && !tab ? 'closed' : 'cannot' };

  const isPrivate = tab?.incognito ?? false;
  const patterns = profile ? profile.match : [`${site.origin}/*`];
  if (!patterns.every((pattern) => live.access.granted(pattern))) {
    const why = state.denied === 'site' ? 'denied' : profile ? 'revoked' : 'new';
    return { step: 'access', site, why, isPrivate, busy: state.busy === 'asking' };
  }
  if (state.saved) {
    const session = live.views.find((view) => view.site === profile?.id);
    return { step: 'saved', site, saved: state.saved, now: live.now, ...(session && { session }) };
  }
  return question(state, live, site, profile);
}

function question(
  state: State,
  live: Ready,
  site: SiteInfo,
  profile: SiteProfile | undefined,
): QuestionModel {
  const { form, page, cookies, headers, tab, tabGone } = state;
  const kept = profile && (live.stored[siteKey(profile.id)] as SiteState | undefined);
  const written = profile && writtenSite(live, profile.id);
  const candidates = findCandidates(
    { host: hostname(site), cookies, headers, ...(page && { page }) },
    live.now,
  );
  const of = (wanted: Candidate['strength']) => candidates.filter(({ strength }) => strength === wanted);
  const expiry = profile?.expiry ?? [];
  const presets = expiry.length ? [] : presetsFor(tab?.url ?? site.origin, page, cookies);
  const { policy } = live;
  const decider = profile ? siteLockedBy(policy, profile.id) : lockedBy(policy, 'sites');
  const noWatching = lockedBy(policy, 'watching');
  const rest = noWatching ? 'tells' : 'watch';
  const how = form.how ?? (expiry.length ? 'keep' : presets.length ? 'preset' : rest);
  const cookie = signInCookie(cookies);
  const answer = answerOf(how, form, candidates, cookie, live.access.granted);
  const chosen = how === 'tells' ? candidates.find(({ id }) => id === form.candidate) : undefined;
  const by =
    how === 'keep' || how === 'preset'
      ? wayOf(how, form, presets, profile)
      : answer && canKeepFresh(answer)
        ? 'request'
        : undefined;
  const first = tab?.url === undefined ? undefined : live.profiles.find((each) => isPageOf(each, tab.url!));
  const asked = askedSince(kept?.watch);
  const early = kept && earlyEnds(kept);
  return {
    step: 'question',
    now: live.now,
    site,
    isGuarded: !!profile,
    ...(first && profile && first.id !== profile.id && { firstWins: first.name }),
    ...(decider && { decider }),
    ...(noWatching && { noWatching }),
    isPrivate: tab?.incognito ?? false,
    tab: tab && !tabGone ? 'there' : tabGone ? 'gone' : 'none',
    look: state.look,
    cookiesAllowed: live.access.cookies,
    presets,
    strong: of('strong'),
    weak: of('weak'),
    unlikely: of('unlikely'),
    how,
    form,
    expiry,
    ...(cookie && { cookie }),
    keepFresh: {
      ...(by && { by }),
      on: form.keepFresh ?? !!kept?.keepFresh,
      forbidden: page?.forbids ?? false,
      ...(policy.limits.keepFresh === 'never' && { decider: policy }),
    },
    ...(chosen?.hidden && chosen.reach && { needs: chosen.reach }),
    ...(kept?.watch &&
      !expiry.length && { watch: { since: kept.watch.since, ends: kept.watch.ends.length } }),
    ...(asked !== undefined && { askedSince: asked }),
    proposals: kept ? proposalsFor(kept, written).filter(({ id }) => !state.answered.includes(id)) : [],
    ...(early && { early }),
    signsIn: page?.signsIn ?? false,
    ...(state.busy && { busy: state.busy }),
    ...(state.denied && { denied: state.denied }),
    ...(state.problem && { problem: state.problem }),
    incomplete: state.incomplete ?? false,
    ...(state.done && { done: state.done }),
  };
}

/** How a profile that is not made here keeps a session fresh. */
function wayOf(how: How, form: Form, presets: readonly KnownSystem[], profile?: SiteProfile) {
  if (how === 'keep') return profile?.keepFresh?.by;
  return (presets.find(({ preset }) => preset === form.preset) ?? presets[0])?.keepFresh;
}

/** The profile that is asked about: by its id, or the first that matches the tab's address. */
export function profileOf({ query, tab }: State, { profiles }: Ready): SiteProfile | undefined {
  if (query.site !== undefined) return profiles.find(({ id }) => id === query.site);
  return tab?.url === undefined ? undefined : profiles.find((each) => isPageOf(each, tab.url!));
}

/** As it is written: readings of it have other durations. */
export function writtenSite({ stored }: Ready, id: string): WrittenSite | undefined {
  const { sites = [] } = parsed(stored.profiles) as { sites?: WrittenSite[] };
  return sites.find((each) => each.id === id);
}

export function writtenSites({ stored }: Ready): WrittenSite[] {
  return (parsed(stored.profiles) as { sites?: WrittenSite[] }).sites ?? [];
}

function parsed(profiles: unknown): object {
  try {
    return Object(typeof profiles === 'string' ? JSON.parse(profiles) : profiles) as object;
  } catch {
    return {};
  }
}

export function siteInfo(
  { tab, query }: State,
  { stored }: Ready,
  profile: SiteProfile | undefined,
): SiteInfo | undefined {
  const wished = stored.wish && stored.wish.tabId === query.tab ? stored.wish : undefined;
  const shown = tab?.url !== undefined && (!profile || isPageOf(profile, tab.url)) ? tab.url : undefined;
  const url = readAddress(shown ?? (profile ? addressIn(profile.match[0]!) : wished?.origin) ?? '');
  if (!url || !accessFor(`${url.origin}/*`)) return undefined;
  return {
    ...(profile && { id: profile.id }),
    name: profile?.name ?? (cleanName(tab?.title ?? wished?.name ?? '') || url.host),
    host: url.host,
    origin: url.origin,
  };
}

/** An address that a pattern means, as far as it names one. */
function addressIn(pattern: string): string | undefined {
  const address = pattern
    .replace(/^\*:/, 'https:')
    .replace('://*.', '://')
    .replace(/:\*\//, '/')
    .replaceAll('*', '');
  return matches(pattern, address) ? address : undefined;
}

const hostname = ({ origin }: SiteInfo) => new URL(origin).hostname;
