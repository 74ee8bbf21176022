import { problem, type Problem } from '../../shared/problem.ts';
import { accessFor, readAddress, readPattern } from '../profile/match.ts';
import { presetAt } from '../profile/presets.ts';
import { readProfiles } from '../profile/read-profile.ts';
import type { Wish } from '../stored.ts';
import { isPersonal, pathAt } from './path.ts';
import { writtenDuration, type WrittenSign, type WrittenSite, type WrittenSource } from './written.ts';

/** How the site signs people out, as the person answered it. */
export type Answer =
  | { how: 'watch' }
  /** A place that was found, with the path of its look and the pattern without which its cookie is hidden. */
  | { how: 'tells'; source: WrittenSource; look?: string; reach?: string }
  | { how: 'away'; ms: number }
  /** `cookie`: being written it says that somebody signed in. */
  | { how: 'fixed'; ms: number; cookie: string };

/** The members of a profile that an answer decides. */
export interface Answered {
  expiry: WrittenSource[];
  signs: WrittenSign[];
  look?: { url: string };
  keepFresh?: WrittenSite['keepFresh'];
  hosts: string[];
}

/** The name of the sign with which a fixed time begins. */
export const signInSign = 'signed-in';

const counted: WrittenSign = { url: '/*', status: '2xx', means: 'counted' };

/** What an answer means in a profile of the site at `origin`. */
export function answered(answer: Answer, origin: string): Answered {
  switch (answer.how) {
    case 'watch':
      return { expiry: [], signs: [], hosts: [] };
    case 'away':
      return {
        expiry: [{ from: 'idle', timeout: writtenDuration(answer.ms), since: 'counted' }],
        signs: [counted],
        keepFresh: byRequest,
        hosts: [],
      };
    case 'fixed':
      return {
        expiry: [{ from: 'idle', timeout: writtenDuration(answer.ms), since: signInSign }],
        // It starts the time anew, and claims no life: sites write such a cookie for strangers, too.
        signs: [{ name: signInSign, cookie: answer.cookie, gone: false, means: 'counted' }],
        hosts: [],
      };
    case 'tells':
      return {
        expiry: [answer.source],
        signs: [],
        ...(answer.look !== undefined && { look: { url: answer.look } }),
        ...(canRenew(answer.source) && { keepFresh: byRequest }),
        hosts: reachOf(answer.reach, origin),
      };
  }
}

/** Asks for the page itself, as going on to its next page would: nothing of it is sent elsewhere. */
export const byRequest: WrittenSite['keepFresh'] = {
  by: 'request',
  url: '.',
  method: 'GET',
  while: 'active',
};

/** A token that the page keeps is not ours to send, and what ends at a fixed time cannot be put off. */
const canRenew = ({ from }: WrittenSource) => from !== 'storage' && from !== 'response';

/** Whether staying signed in can be tried at all with an answer. */
export const canKeepFresh = (answer: Answer): boolean =>
  answer.how === 'away' || (answer.how === 'tells' && canRenew(answer.source));

/** Nothing where the pages' own pattern covers it. */
const reachOf = (pattern: string | undefined, origin: string): string[] =>
  pattern !== undefined && readPattern(pattern) && pattern !== accessFor(`${origin}/*`) ? [pattern] : [];

/** The site's profile as it is written. What cannot be guarded is refused with the problem. */
export function makeProfile(
  wish: Pick<Wish, 'origin' | 'name'>,
  answer: Answer,
  { path = '/', taken = [] }: { path?: string; taken?: readonly string[] } = {},
): { site: WrittenSite; problem?: undefined } | { site?: undefined; problem: Problem } {
  const url = readAddress(wish.origin);
  const match = url && `${url.origin}/*`;
  if (!match || !readPattern(match)) return { problem: problem('not-a-site', 'an http(s) address') };
  const signInPath = pathAt(path, url.origin);
  const { hosts, ...members } = answered(answer, url.origin);
  const site: WrittenSite = {
    id: freeId(url.host, taken),
    name: cleanName(wish.name) || url.host.slice(0, 80),
    match: [match],
    hosts,
    ...members,
    signIn: { url: signInPath && !isPersonal(signInPath) ? signInPath : '/' },
  };
  const { problems } = readProfiles({ version: 1, sites: [site] });
  return problems ? { problem: problems[0]! } : { site };
}

/** A site of a system that we know, at the address that the person gave. */
export function makeFromPreset(
  preset: string,
  address: string,
  { id, taken = [] }: { id?: string; taken?: readonly string[] } = {},
): { site: WrittenSite; problem?: undefined } | { site?: undefined; problem: Problem } {
  const made = presetAt(preset, address) as { sites: WrittenSite[] } | undefined;
  const [first] = made?.sites ?? [];
  if (!first) return { problem: problem('not-a-site', 'an http(s) address', undefined, 'address') };
  const site = { ...first, id: id ?? freeId(first.id, taken) };
  const { problems } = readProfiles({ version: 1, sites: [site] });
  return problems ? { problem: problems[0]! } : { site };
}

/** A profile with another answer: what the person or a preset said about anything else stays. */
export function withAnswer(
  site: WrittenSite,
  { expiry, signs, look, keepFresh, hosts }: Answered,
): WrittenSite {
  const { look: oldLook, keepFresh: oldWay, ...rest } = site;
  const kept = (site.signs ?? []).filter(({ name }) => name !== signInSign);
  const news = signs.filter((sign) => !kept.some((old) => JSON.stringify(old) === JSON.stringify(sign)));
  const needsLook = expiry.some(({ from }) => from === 'look');
  const way = JSON.stringify(oldWay) === JSON.stringify(byRequest) ? keepFresh : (oldWay ?? keepFresh);
  const goesOn = look ?? (needsLook ? oldLook : undefined);
  return {
    ...rest,
    expiry,
    signs: [...kept, ...news],
    hosts: [...new Set([...(site.hosts ?? []), ...hosts])],
    ...(goesOn && { look: goesOn }),
    ...(way && { keepFresh: way }),
  };
}

/** `localhost-8080`: the host as far as an id can say it, and a number where that is taken. */
export function freeId(host: string, taken: readonly string[]): string {
  const base =
    host
      .replace(/[^\w.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 58) || 'site';
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${count}`;
  return id;
}

/** A page's title as plain text: no control characters, no change of direction, and not too long. */
export function cleanName(title: string): string {
  const plain = title
    .slice(0, 1000)
    .replace(/\p{Cs}/gu, '')
    // All that is not seen, but for what joins letters and faces.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}]|(?![\u200c\u200d])\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(plain)) return '';
  if (plain.length <= 80) return plain;
  const parts = [...new Intl.Segmenter('en').segment(plain)];
  let cut = '';
  for (const { segment } of parts) {
    if (cut.length + segment.length > 79) break;
    cut += segment;
  }
  return cut && `${cut.trim()}…`;
}
