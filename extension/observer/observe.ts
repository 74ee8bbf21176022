import { readSource } from '../profile/sources.ts';
import { matchesAddress } from '../profile/match.ts';
import type { Sign, ValueSource } from '../profile/profile.ts';
import { meaningOf, type Reply } from '../profile/signs.ts';
import { valueOf } from '../agent/stored-values.ts';
import type { Rules, Told } from './channel.ts';

/** A reply that passes to the page. */
export interface Passing extends Omit<Reply, 'kind' | 'json'> {
  /** Wall clock epoch ms. */
  requestedAt: number;
  receivedAt: number;
  /** A copy of its body for us; the page's stays whole. */
  keep(): Kept;
}

export interface Kept {
  /** `undefined`: too long, or no JSON. */
  json(): Promise<unknown>;
  drop(): void;
}

const mostEarly = 60;
const mostCopies = 20;
const mostAtOnce = 10;
export const patience = 3000;
const mostBytes = 65_536;

/**
 * Reads from passing replies what the rules name, and nothing of others. Rules come a moment after the page began:
 * until then copies are kept unread, a few and not for long. It tells signs that need no body, too: a reply that may
 * not be stored and whose body its page never reads is not on Chromium's time line, by which the agent knows replies.
 */
export function createObserving(later: (ms: number, run: () => void) => void, tell: (told: Told) => void) {
  let rules: Rules | undefined;
  let early: [Passing, Kept?][] | undefined = [];
  let copies = 0;
  let reading = 0;

  function see(passing: Passing) {
    if (rules) return take(rules, passing);
    if (!early || early.length >= mostEarly) return;
    if (early.length === 0) later(patience, dropEarly);
    const mayAsk = isSmallJson(passing) && copies++ < mostCopies;
    early.push(mayAsk ? [passing, passing.keep()] : [passing]);
  }

  function dropEarly() {
    for (const [, kept] of early ?? []) kept?.drop();
    early = undefined;
  }

  function take(by: Rules, passing: Passing, kept?: Kept) {
    if (isSmallJson(passing) && asksBody(by, passing)) return void read(by, passing, kept ?? passing.keep());
    kept?.drop();
    tellOf(by, passing);
  }

  async function read(by: Rules, passing: Passing, kept: Kept) {
    if (reading >= mostAtOnce) {
      kept.drop();
      return tellOf(by, passing);
    }
    reading++;
    try {
      tellOf(by, passing, await jsonOf(kept));
    } catch {
      // Whatever it was, it is not the page's trouble.
    } finally {
      reading--;
    }
  }

  function tellOf({ match, hosts, signs, sources }: Rules, passing: Passing, json?: unknown) {
    const { url, requestedAt, receivedAt } = passing;
    const site = { match: [...match], hosts: [...hosts], signs: signs as unknown as Sign[] };
    const sign = meaningOf(site, { ...passing, kind: 'reply', json })?.sign as
      Rules['signs'][number] | undefined;
    if (sign) tell({ tell: 'sign', place: sign.place, requestedAt, url: url.split(/[?#]/)[0]! });
    if (!isFine(passing.status) || json === undefined) return;
    for (const source of sources.filter((each) => matchesAddress(site, each.url, url))) {
      const reading = readSource({ ...source, from: 'response' } as ValueSource, json, {
        requestedAt,
        receivedAt,
      });
      tell({
        ...valueOf(source.place, reading, { requestedAt, receivedAt }),
        tell: 'value',
        place: source.place,
      });
    }
  }

  return {
    see,
    follow(next: Rules) {
      rules = next;
      const kept = early ?? [];
      early = undefined;
      for (const [passing, copy] of kept) take(next, passing, copy);
    },
  };
}

/** A page may have put its own `catch` in its place. */
async function jsonOf(kept: Kept): Promise<unknown> {
  try {
    return await kept.json();
  } catch {
    return undefined;
  }
}

const isFine = (status: number) => status >= 200 && status < 300;

const isSmallJson = ({ headers }: Passing) =>
  /\bjson\b/i.test(headers.get('content-type') ?? '') && !(Number(headers.get('content-length')) > mostBytes);

/** The body is read only where a rule asks what is in it. */
const asksBody = (rules: Rules, { url, status }: Passing) =>
  rules.signs.some((sign) => sign.at !== undefined && matchesAddress(rules, sign.url, url)) ||
  (isFine(status) && rules.sources.some((source) => matchesAddress(rules, source.url, url)));
