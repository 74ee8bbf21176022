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

const mostEarly = 20;
const mostAtOnce = 10;
export const patience = 3000;
const mostBytes = 65_536;

/**
 * Reads from passing replies what the rules name, and nothing of others. Rules come a moment after the page began:
 * until then copies are kept unread, a few and not for long.
 */
export function createObserving(later: (ms: number, run: () => void) => void, tell: (told: Told) => void) {
  let rules: Rules | undefined;
  let early: [Passing, Kept][] | undefined = [];
  let reading = 0;

  function see(passing: Passing) {
    if (!isSmallJson(passing) || (rules && !isNamed(rules, passing))) return;
    if (rules) return void read(rules, passing, passing.keep());
    if (!early || early.length >= mostEarly) return;
    if (early.length === 0) later(patience, dropEarly);
    early.push([passing, passing.keep()]);
  }

  function dropEarly() {
    for (const [, kept] of early ?? []) kept.drop();
    early = undefined;
  }

  async function read(by: Rules, passing: Passing, kept: Kept) {
    if (reading >= mostAtOnce) return kept.drop();
    reading++;
    try {
      const json = await kept.json();
      if (json !== undefined) tellOf(by, passing, json);
    } catch {
      // What cannot be read says nothing.
    } finally {
      reading--;
    }
  }

  function tellOf({ match, hosts, signs, sources }: Rules, passing: Passing, json: unknown) {
    const { url, requestedAt, receivedAt } = passing;
    const site = { match: [...match], hosts: [...hosts], signs: signs as unknown as Sign[] };
    const sign = meaningOf(site, { ...passing, kind: 'reply', json })?.sign as
      Rules['signs'][number] | undefined;
    if (sign) tell({ tell: 'sign', place: sign.place, requestedAt, url: url.split(/[?#]/)[0]! });
    if (!isFine(passing.status)) return;
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
      for (const [passing, copy] of kept) {
        if (isNamed(next, passing)) void read(next, passing, copy);
        else copy.drop();
      }
    },
  };
}

const isFine = (status: number) => status >= 200 && status < 300;

const isSmallJson = ({ headers }: Passing) =>
  /\bjson\b/i.test(headers.get('content-type') ?? '') && !(Number(headers.get('content-length')) > mostBytes);

const isNamed = (rules: Rules, { url, status }: Passing) =>
  rules.signs.some((sign) => matchesAddress(rules, sign.url, url)) ||
  (isFine(status) && rules.sources.some((source) => matchesAddress(rules, source.url, url)));
