import { isSessionLike } from './names.ts';
import { signInSign } from './make-profile.ts';
import type { PastEnding, SiteState } from '../stored.ts';
import type { Changed, WatchedEnd } from './watch-notes.ts';
import { writtenDuration, type WrittenSign, type WrittenSource } from './written.ts';

/** A rule that ends which agree suggest. */
export interface Proposal {
  /** The same for the same rule; a declined one is not made again. */
  id: string;
  kind: 'idle' | 'fixed' | 'cookie-gone' | 'status' | 'redirect';
  expiry?: WrittenSource[];
  signs?: WrittenSign[];
  /** For the sentence that says it. */
  said: {
    /** How many ends agree, and when they were. */
    ends: readonly number[];
    /** What was measured of each, in the order of `ends`. */
    measured?: readonly number[];
    /** The shortest of them. */
    ms?: number;
    name?: string;
    status?: number;
    /** Idle and fixed fit both: only one of them can be right. */
    either?: true;
  };
}

const minute = 60_000;
/** So many of the latest ends have to agree; the first two are enough. */
const latest = 3;

/** Whether durations are the same, as far as people and browsers notice: within 10 % or two minutes. */
export function agree(durations: readonly number[]): boolean {
  const least = Math.min(...durations);
  return Math.max(...durations) - least <= Math.max(2 * minute, least / 10);
}

/** What the ends that were watched suggest. Ends that contradict each other suggest nothing. */
export function proposalsFor(
  state: Pick<SiteState, 'watch' | 'declined'>,
  site: { expiry?: readonly WrittenSource[] | undefined; signs?: readonly WrittenSign[] | undefined } = {},
): Proposal[] {
  const ends = (state.watch?.ends ?? []).slice(-latest);
  if (ends.length < 2) return [];
  const idle = ofIdle(ends);
  const fixed = ofFixed(ends);
  const times = [idle, fixed].flatMap((each) => each ?? []);
  if (times.length > 1) times.forEach(({ said }) => (said.either = true));
  // Of two that fit, the one in use settles the other.
  const isSettled = times.some((each) => isKnown(each, site));
  const all = [...(isSettled ? [] : times), ...ofCookies(ends), ...ofStatus(ends), ...ofRedirect(ends)];
  const declined = state.declined ?? [];
  return all.filter((each) => !declined.some((id) => isSame(id, each)) && !isKnown(each, site));
}

const isSame = (declined: string, { id, kind, said }: Proposal) => {
  const ms = Number(declined.split(':')[1]);
  return (
    declined === id || (said.ms !== undefined && declined.startsWith(`${kind}:`) && agree([ms, said.ms]))
  );
};

function isKnown(
  { expiry = [], signs = [] }: Proposal,
  site: { expiry?: readonly WrittenSource[] | undefined; signs?: readonly WrittenSign[] | undefined },
): boolean {
  const has = (list: readonly unknown[] = [], one: unknown) =>
    list.some((each) => JSON.stringify(each) === JSON.stringify(one));
  return expiry.every((one) => has(site.expiry, one)) && signs.every((one) => has(site.signs, one));
}

type Measure = (end: WatchedEnd) => number | undefined;

const sinceRequest: Measure = ({ at, lastRequestAt }) => since(at, lastRequestAt);
const sinceInput: Measure = ({ at, lastInputAt }) => since(at, lastInputAt);
const sinceSignIn: Measure = ({ at, signedInAt }) => since(at, signedInAt);
const since = (at: number, from: number | undefined) => (from === undefined ? undefined : at - from);

/** The same of each end, at least a minute long: less than that, the use itself was what ended it. */
function measured(ends: readonly WatchedEnd[], measure: Measure): number[] | undefined {
  const durations = ends.map(measure).filter((each) => each !== undefined);
  const all = durations.length === ends.length && durations.every((each) => each >= minute);
  return all && agree(durations) ? durations : undefined;
}

const momentsOf = (ends: readonly WatchedEnd[]) => ends.map(({ at }) => at);
/** Whole minutes, and rather too short: a warning may come early, never late. */
const shortest = (durations: readonly number[]) => Math.floor(Math.min(...durations) / minute) * minute;

const counted: WrittenSign = { url: '/*', status: '2xx', means: 'counted' };

function ofIdle(ends: readonly WatchedEnd[]): Proposal | undefined {
  const requests = measured(ends, sinceRequest);
  const durations = requests ?? measured(ends, sinceInput);
  if (!durations) return undefined;
  const ms = shortest(durations);
  const timeout = writtenDuration(ms);
  return {
    id: `idle:${ms}`,
    kind: 'idle',
    expiry: [{ from: 'idle', timeout, since: requests ? 'counted' : 'input' }],
    ...(requests && { signs: [counted] }),
    said: { ends: momentsOf(ends), measured: durations, ms },
  };
}

/** What begins it has to be seen: a cookie that each sign-in wrote, or that was gone at each end. */
function ofFixed(ends: readonly WatchedEnd[]): Proposal | undefined {
  const durations = measured(ends, sinceSignIn);
  const cookie = inAll(ends.map(({ written = [] }) => written))[0] ?? common(ends, 'cookie-gone')[0];
  if (!durations || cookie === undefined) return undefined;
  const ms = shortest(durations);
  return {
    id: `fixed:${ms}`,
    kind: 'fixed',
    expiry: [{ from: 'idle', timeout: writtenDuration(ms), since: signInSign }],
    signs: [{ name: signInSign, cookie, gone: false, means: 'counted' }],
    said: { ends: momentsOf(ends), measured: durations, ms },
  };
}

/** Names of what changed at every end, those that suggest a session first. */
function common(ends: readonly WatchedEnd[], what: Changed['what']): string[] {
  return inAll(ends.map(({ changed }) => changed.flatMap((each) => (each.what === what ? each.name : []))));
}

function inAll([first = [], ...others]: readonly (readonly string[])[]): string[] {
  return first
    .filter((name) => !name.includes('*') && others.every((names) => names.includes(name)))
    .sort((one, other) => Number(isSessionLike(other)) - Number(isSessionLike(one)));
}

function ofCookies(ends: readonly WatchedEnd[]): Proposal[] {
  return common(ends, 'cookie-gone')
    .slice(0, 1)
    .map((name) => ({
      id: `cookie-gone:${name}`.slice(0, 200),
      kind: 'cookie-gone',
      signs: [{ cookie: name, gone: true, means: 'ended' }],
      said: { ends: momentsOf(ends), name },
    }));
}

/** Statuses that are about who asks; others may mean anything. */
const telling = /^(401|419|440) (\/(?!\/)[!-~]*)$/;

function ofStatus(ends: readonly WatchedEnd[]): Proposal[] {
  return common(ends, 'status')
    .flatMap((name) => {
      const [, status, path] = telling.exec(name) ?? [];
      return status && path && !/[#\\]/.test(path) ? { status: Number(status), path } : [];
    })
    .slice(0, 1)
    .map(({ status, path }) => ({
      id: `status:${status} ${path}`.slice(0, 200),
      kind: 'status',
      signs: [{ url: path, status, means: 'ended' }],
      said: { ends: momentsOf(ends), status, name: path },
    }));
}

function ofRedirect(ends: readonly WatchedEnd[]): Proposal[] {
  return common(ends, 'redirect')
    .filter((to) => /^(https?:\/\/[\w.:[\]-]+)?\/(?!\/)[!-~]*$/.test(to) && !/[#\\]/.test(to) && to !== '/')
    .slice(0, 1)
    .map((to) => ({
      id: `redirect:${to}`.slice(0, 200),
      kind: 'redirect',
      signs: [{ url: '/*', redirect: `${to}*`, means: 'ended' }],
      said: { ends: momentsOf(ends), name: to },
    }));
}

/** Ends that came before the stated one: the site has a limit that it does not tell. */
export interface EarlyEnds {
  times: number;
  /** How much too early, in ms: the shortest and the longest. */
  least: number;
  most: number;
}

const byItself = new Set<PastEnding['reason']>(['expired', 'not-found', 'unknown']);

/** Of the latest ten ends; a person who signs out, and a session that was closed elsewhere, are no limits. */
export function earlyEnds({ endings }: Pick<SiteState, 'endings'>): EarlyEnds | undefined {
  const early = endings
    .slice(-10)
    .filter(({ reason, early: by = 0 }) => byItself.has(reason) && by >= 2 * minute)
    .map(({ early: by }) => by!);
  if (early.length < 2) return undefined;
  return { times: early.length, least: Math.min(...early), most: Math.max(...early) };
}
