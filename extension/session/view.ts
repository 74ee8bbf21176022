import type { Ending } from '../../shared/ending.ts';
import { isAlive, phaseAt, type Phase } from '../../shared/phase.ts';
import { readPolicy } from '../../shared/policy.ts';
import { statusAt } from '../../shared/status.ts';
import { isOfPolicy, sitesInForce, stateInForce } from '../policy/in-force.ts';
import { noPolicy, type Policy } from '../policy/policy.ts';
import { policyIn } from '../policy/stored-policy.ts';
import { accessFor, addressFrom, readPattern } from '../profile/match.ts';
import type { SiteProfile, Source } from '../profile/profile.ts';
import { readProfiles } from '../profile/read-profile.ts';
import { isWeak } from '../profile/weak.ts';
import {
  siteKey,
  type PastEnding,
  type SessionRecord,
  type SiteState,
  type Stored,
  type Stuck,
} from '../stored.ts';
import { choose, standing } from './choose.ts';
import { isDefaultStore, noAsking } from './record.ts';
import { settingsOf } from './settings.ts';

/** All that pages show of one guarded session, computed from what is stored, for one moment. */
export interface SessionView {
  /** For commands. A site without a session so far: its id. */
  key: string;
  site: string;
  name: string;
  /** The host that people know it by. */
  host: string;
  /** Of its pages, where one was seen. */
  page?: string;
  /** The cookie store (container), where it is not the default one. */
  store?: string;
  isPrivate: boolean;
  phase: Phase;
  /** A weak source's moment passed (phase `unknown`): "probably signed out". */
  probablyOver: boolean;
  /** The last renewal was only probably one. */
  probably: boolean;
  /** Local moment; absent where none is known. */
  endsAt?: number;
  /** It is alive, and its end is told only at the next sign-in. */
  knownAfterSignIn: boolean;
  /** Which source told the end. */
  source?: Source['from'];
  weak: boolean;
  /** Other sources that say another end. */
  others: { source: Source['from']; endsAt: number }[];
  ending?: Ending;
  canRenew: boolean;
  canLook: boolean;
  looking: boolean;
  renewing: boolean;
  failed: boolean;
  offline: boolean;
  /** The profile names no source: how it ends is being found out. */
  watching: boolean;
  keepFresh: {
    /** The profile says how. */
    possible: boolean;
    /** What the organisation of the person makes of it. */
    limit?: 'never' | 'active';
    on: boolean;
    by?: 'request' | 'reload';
    while?: 'active' | 'open';
    atMost?: number;
    until?: number;
    untilTabCloses: boolean;
    stuck?: Stuck;
  };
  paused?: 'person' | 'unconfirmed';
  /** The organisation of the person guards it. */
  ofPolicy: boolean;
  /** The browser's access to the site was taken back. */
  access: 'granted' | 'missing';
  /** Without `cookies`, where the profile needs it. */
  cookiesMissing: boolean;
  signIn?: { href: string; host: string; target: 'new' | 'same' };
  tabs: number;
  prompt: 'guard' | 'site' | 'badge';
  lastEndings: PastEnding[];
}

/** What the browser lets the extension do. */
export interface Access {
  granted(matchPattern: string): boolean;
  cookies: boolean;
}

/** Local time for what was stored: it never runs behind what was seen last. */
export const localNow = (wall: number, record?: Pick<SessionRecord, 'savedAt'>): number =>
  Math.max(wall, record?.savedAt ?? 0);

/** Everything that pages show, in the order of the profiles; a site without a session so far has one entry, too. */
export function viewsOf(stored: Stored, access: Access, now: number): SessionView[] {
  const { policy } = policyIn(stored);
  const records = Object.entries(stored).filter(([name]) => name.startsWith('session:')) as [
    string,
    SessionRecord,
  ][];
  const bySite = new Map<string, [string, SessionRecord][]>();
  for (const [name, record] of records)
    bySite.set(record.site, [...(bySite.get(record.site) ?? []), [name.slice('session:'.length), record]]);
  return sitesInForce(sitesOf(stored), policy).flatMap((site) => {
    const state = stored[siteKey(site.id)];
    const sessions = bySite.get(site.id) ?? [];
    if (!sessions.length) return [viewOf(site.id, site, state, undefined, access, now, policy)];
    return sessions.map(([key, record]) => viewOf(key, site, state, record, access, now, policy));
  });
}

const read = new WeakMap<object, readonly SiteProfile[]>();

/** The profiles of a storage; reading a thousand takes a while, so each is read once. */
export function sitesOf({ profiles }: Pick<Stored, 'profiles'>): readonly SiteProfile[] {
  if (typeof profiles !== 'object' || profiles === null) return [];
  const known = read.get(profiles) ?? readProfiles(profiles).profiles ?? [];
  read.set(profiles, known);
  return known;
}

export function viewOf(
  key: string,
  site: SiteProfile,
  kept: SiteState | undefined,
  record: SessionRecord | undefined,
  access: Access,
  wall: number,
  given: Policy = noPolicy,
): SessionView {
  const state = kept && stateInForce(kept, given, site.id);
  const now = localNow(wall, record);
  const { policy } = readPolicy(record ? settingsOf(site, state, record) : {});
  const facts = record?.facts ?? { held: false };
  const asking = record?.asking ?? noAsking;
  const status = statusAt(facts, policy, now, asking);
  const phase = phaseAt(facts, policy, now);
  const isLive = isAlive(phase);
  const chosen = record && isLive ? choose(site, record, now) : undefined;
  const others = record && chosen ? standing(site, record, now).filter(({ at }) => apart(at, chosen.at)) : [];
  const { keepFresh } = site;
  const on = state?.keepFresh;
  const page = record?.page;
  return {
    key,
    site: site.id,
    name: site.name,
    host: record?.host || (page ? new URL(page).host : hostOf(site)),
    page,
    store: record && !isDefaultStore(record.store) ? record.store : undefined,
    isPrivate: record?.isPrivate ?? false,
    phase,
    probablyOver: phase === 'unknown' && facts.passedAt !== undefined,
    probably: isLive && (record?.probably ?? false),
    endsAt: status.endsAt,
    knownAfterSignIn: isLive && status.endsAt === undefined && site.expiry.length > 0,
    source: chosen?.source.from,
    weak: chosen !== undefined && isWeak(chosen.source),
    others: others.map(({ source, at }) => ({ source: source.from, endsAt: at })),
    ending: status.ending,
    canRenew: status.canRenew,
    canLook: status.canLook,
    looking: asking.looking,
    renewing: asking.renewing,
    failed: asking.failed !== undefined,
    offline: asking.offline,
    watching: site.expiry.length === 0,
    keepFresh: {
      possible: keepFresh !== undefined,
      limit: given.limits.keepFresh === 'open' ? undefined : given.limits.keepFresh,
      on: on !== undefined,
      by: keepFresh?.by,
      while: keepFresh?.while,
      atMost: keepFresh?.atMost,
      until: on?.until,
      untilTabCloses: on?.untilTabCloses !== undefined,
      stuck: record?.stuck,
    },
    paused: state?.paused,
    ofPolicy: isOfPolicy(given, site.id),
    access: site.match.every((pattern) => access.granted(accessFor(pattern) ?? pattern))
      ? 'granted'
      : 'missing',
    cookiesMissing: !access.cookies && needsCookies(site),
    signIn: signInOf(site, page),
    tabs: record?.tabs ?? 0,
    prompt: site.prompt,
    lastEndings: state?.endings ?? [],
  };
}

/** Sources that differ by less mean the same end. */
const apart = (one: number, other: number): boolean => Math.abs(one - other) > 5000;

export const needsCookies = ({ expiry, signs }: Pick<SiteProfile, 'expiry' | 'signs'>): boolean =>
  // A site that is watched may tell by a cookie.
  !expiry.length ||
  expiry.some(({ from }) => from === 'cookie') ||
  signs.some(({ cookie }) => cookie !== undefined);

/** Of the first pattern, without the wildcard in front. */
const hostOf = ({ match }: SiteProfile): string => {
  const pattern = readPattern(match[0]!);
  return pattern ? pattern.host.replace(/^\*\./, '') + (pattern.port ? `:${pattern.port}` : '') : '';
};

/** Where the person signs in: as the profile says, else the page itself. */
function signInOf(site: SiteProfile, page: string | undefined): SessionView['signIn'] {
  const named = site.signIn?.url ?? '.';
  const base = page ?? originOf(site);
  if (!base) return undefined;
  const href = URL.canParse(named, base) && named !== '.' ? new URL(named, base).href : base;
  const inSite = addressFrom(site, href, base) ?? href;
  return { href: inSite, host: new URL(inSite).host, target: site.signIn?.target ?? 'new' };
}

function originOf(site: SiteProfile): string | undefined {
  const pattern = readPattern(site.match[0]!);
  if (!pattern || pattern.host.startsWith('*')) return undefined;
  const scheme = pattern.scheme === '*' ? 'https' : pattern.scheme;
  return `${scheme}://${pattern.host}${pattern.port ? `:${pattern.port}` : ''}/`;
}
