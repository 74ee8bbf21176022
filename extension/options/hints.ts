import { readPolicy } from '../../shared/policy.ts';
import { statusAt } from '../../shared/status.ts';
import { accessFor, readPattern } from '../profile/match.ts';
import type { SiteProfile, Source } from '../profile/profile.ts';
import { isWeak } from '../profile/weak.ts';
import { standing } from '../session/choose.ts';
import { needsCookies, type Access } from '../session/view.ts';
import type { PastEnding, SessionRecord, SiteState, Stuck } from '../stored.ts';

/** Why things are as they are, with what the sentence needs; the most telling first. */
export type Hint =
  | { hint: 'paused' | 'unconfirmed' | 'access-missing' | 'cookies-permission' }
  | { hint: 'cookies-blocked'; after: number }
  | { hint: 'clock-wrong'; by: number }
  | { hint: 'harder-limit'; early: number; times: number }
  | { hint: 'ended-early'; early: number }
  | { hint: 'token-per-tab'; key: string }
  | { hint: 'sources-disagree'; one: Source['from']; other: Source['from']; by: number }
  | { hint: 'look-extends' | 'look-unproven' | 'probably' | 'only-weak' | 'watching' | 'no-tab' }
  | { hint: 'parent-cookie'; host: string }
  | { hint: 'headers-unseen'; names: string[] }
  | { hint: 'new-token' }
  | { hint: 'stuck'; why: Stuck };

const minute = 60_000;
/** Clocks that differ by less make no difference to anybody. */
const muchSkew = 2 * minute;
/** Ends that come this much before their time are no matter of rounding. */
const muchEarly = minute;

/**
 * What is worth telling a person who wonders why they were asked to sign in.
 *
 * @param record absent where no session of the site was seen so far.
 */
export function hintsOf(
  record: SessionRecord | undefined,
  state: Pick<SiteState, 'endings' | 'paused'> | undefined,
  profile: SiteProfile,
  access: Access,
): Hint[] {
  const hints: Hint[] = [];
  if (state?.paused) hints.push({ hint: state.paused === 'unconfirmed' ? 'unconfirmed' : 'paused' });
  if (!profile.match.every((pattern) => access.granted(accessFor(pattern) ?? pattern)))
    hints.push({ hint: 'access-missing' });
  if (needsCookies(profile) && !access.cookies) hints.push({ hint: 'cookies-permission' });
  if (record) hints.push(...ofClock(record), ...ofSignIn(record));
  hints.push(...ofEarlyEnds(state?.endings ?? []), ...ofSources(profile, record, access));
  if (record) hints.push(...ofLooks(profile, record), ...ofKeepFresh(record));
  return hints;
}

function ofClock({ facts }: SessionRecord): Hint[] {
  const by = facts.skew ? Math.round((facts.skew.early + facts.skew.late) / 2) : 0;
  return Math.abs(by) >= muchSkew ? [{ hint: 'clock-wrong', by }] : [];
}

/** A session that dies right after the sign-in: its cookie was not kept. */
function ofSignIn(record: SessionRecord): Hint[] {
  const { facts, savedAt, asking } = record;
  const { endedYoung } = statusAt(facts, readPolicy({}).policy, savedAt, asking);
  return endedYoung ? [{ hint: 'cookies-blocked', after: facts.ended!.at - facts.signedInAt! }] : [];
}

/** Ends that came about as much too early are the work of a limit that nobody states. */
function ofEarlyEnds(endings: readonly PastEnding[]): Hint[] {
  const early = endings.flatMap((ending) =>
    /^(expired|not-found|unknown)$/.test(ending.reason) && (ending.early ?? 0) >= muchEarly
      ? [ending.early!]
      : [],
  );
  const last = early.at(-1);
  if (last === undefined) return [];
  const alike = early
    .filter((each) => Math.abs(each - last) <= Math.max(2 * minute, last / 5))
    .sort((a, b) => a - b);
  const middle = alike[Math.floor(alike.length / 2)]!;
  return alike.length > 1
    ? [{ hint: 'harder-limit', early: middle, times: alike.length }]
    : [{ hint: 'ended-early', early: last }];
}

function ofSources(profile: SiteProfile, record: SessionRecord | undefined, access: Access): Hint[] {
  const { expiry } = profile;
  if (!expiry.length) return [{ hint: 'watching' }];
  const hints: Hint[] = [];
  const perTab = expiry.find((source) => source.from === 'storage' && source.area === 'session');
  if (perTab && 'key' in perTab) hints.push({ hint: 'token-per-tab', key: perTab.key });
  if (expiry.every(isWeak)) hints.push({ hint: 'only-weak' });
  if (!record) return hints;

  const [first, ...others] = standing(profile, record, record.savedAt);
  const other = others.find(({ at }) => Math.abs(at - first!.at) > minute);
  if (other)
    hints.push({
      hint: 'sources-disagree',
      one: first!.source.from,
      other: other.source.from,
      by: Math.abs(other.at - first!.at),
    });
  if (record.facts.aliveAt === undefined) return hints;

  const silent = expiry.filter((_source, place) => !record.told[place]);
  const parent = silent.some(({ from }) => from === 'cookie')
    ? hiddenParent(profile, record, access)
    : undefined;
  if (parent) hints.push({ hint: 'parent-cookie', host: parent });
  const names = silent.flatMap((source) => (source.from === 'header' ? source.name : []));
  if (names.length) hints.push({ hint: 'headers-unseen', names });
  return hints;
}

/** Chromium hides the cookies of a parent domain until access to that domain is given, too. */
function hiddenParent(
  { match }: SiteProfile,
  { page }: SessionRecord,
  { granted }: Access,
): string | undefined {
  const host = URL.canParse(page)
    ? new URL(page).hostname
    : (readPattern(match[0]!)?.host.replace(/^\*\./, '') ?? '');
  const parent = host.slice(host.indexOf('.') + 1);
  const isDomain = /^[^.]+\.[^.]+/.test(parent) && !/^[\d.]+$/.test(host);
  return isDomain && !granted(`https://*.${parent}/*`) && !granted(`*://*.${parent}/*`) ? parent : undefined;
}

function ofLooks(
  { look }: SiteProfile,
  { lookExtends, lookProven, facts, tabs, ...record }: SessionRecord,
): Hint[] {
  const hints: Hint[] = [];
  if (lookExtends) hints.push({ hint: 'look-extends' });
  else if (look && !lookProven && facts.lookedAt !== undefined) hints.push({ hint: 'look-unproven' });
  if (record.probably) hints.push({ hint: 'probably' });
  if (!tabs && !facts.ended) hints.push({ hint: 'no-tab' });
  return hints;
}

function ofKeepFresh({ stuck }: SessionRecord): Hint[] {
  if (!stuck || stuck === 'no-tab') return [];
  return [stuck === 'new-token' ? { hint: stuck } : { hint: 'stuck', why: stuck }];
}
