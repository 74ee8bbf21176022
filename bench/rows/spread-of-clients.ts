import type { Facts } from '../../shared/facts.ts';
import { keepFresh } from '../../shared/keep-fresh.ts';
import { nextLook } from '../../shared/looks.ts';
import { readPolicy } from '../../shared/policy.ts';
import type { Bench, Row } from '../bench.ts';
import { number } from '../stats.ts';

const clients = 1_000_000;
const begin = Date.UTC(2026, 0, 1);
const minute = 60_000;

const { policy } = readPolicy({
  sessionUrl: 'https://app.example/session',
  renewUrl: 'https://app.example/renew',
  keepFresh: 'active',
});

export const spreadBench: Bench = {
  name: 'spread',
  about: 'a million clients with one expiry: their busiest second',
  runs: 'alone',
  within: 60,
  async run() {
    const half = session(30 * minute);
    const lookedBefore = { ...half, lookedAt: begin + 29 * minute };
    const rows: Row[] = [];
    const add = async (...given: Parameters<typeof row>) => rows.push(await row(...given));
    await add('looks before the warning, 8 s', (dice) => nextLook(half, policy, dice), 8000);
    await add(
      'looks at the end, 2 s, read as whole seconds left',
      (dice, cut) => later(nextLook(lookedBefore, policy, dice), -1000 * cut),
      2000,
    );
    await add(
      'looks at the end, 2 s, read as a moment, clock by `Date`',
      (dice, cut) => later(nextLook(byDate(lookedBefore, cut), policy, dice), 0),
      2000,
    );
    for (const minutes of [30, 10, 5, 2]) {
      const facts = session(minutes * minute);
      await add(`renewals, session of ${minutes} min`, (dice) => renewAt(facts, dice));
    }
    return { rows };
  },
};

/** Everybody read the same expiry at the same moment, and was active since. */
function session(life: number): Facts {
  const moment = { at: begin + life, since: begin, readAt: begin, lifetime: life, whole: true };
  return { held: true, aliveAt: begin, lookedAt: begin, stated: moment, inputAt: begin + 1 };
}

const renewAt = (facts: Facts, dice: number): number | undefined =>
  keepFresh(facts, policy, begin + 2, dice)?.dueAt;

const later = (moment: number | undefined, by: number): number | undefined =>
  moment === undefined ? undefined : moment + by;

/** `Date` is cut to whole seconds: the client knows the server's clock to one second, and the way of a reply. */
function byDate(facts: Facts, cut: number): Facts {
  const skew = { early: -1000 * cut, late: 1000 * (1 - cut) + 50 };
  return { ...facts, stated: { ...facts.stated!, server: true }, skew };
}

/** Without a given window, the one that they in fact fill. */
async function row(
  what: string,
  momentOf: (dice: number, cut: number) => number | undefined,
  window?: number,
): Promise<Row> {
  const random = seeded(7);
  const moments = new Float64Array(clients);
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < clients; i++) {
    // Others of ours listen to their browsers meanwhile.
    if (i % 20_000 === 0) await new Promise((next) => setImmediate(next));
    const at = momentOf(random(), random()) ?? NaN;
    moments[i] = at;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const width = (window ?? last - first) / 1000;
  const ratio = busiestSecond(moments, first, last) / (clients / width);
  return {
    what: `busiest second of ${clients.toLocaleString('en')} clients ÷ mean: ${what}`,
    figure: '≤ 1.2 ×',
    measured: `${number(ratio, 2)} × (they come within ${number((last - first) / 1000, 1)} s)`,
    reached: ratio <= 1.2,
  };
}

/** Any second, not only those that begin on the full one: in steps of a tenth. */
function busiestSecond(moments: Float64Array, first: number, last: number): number {
  const tenths = new Float64Array(Math.floor((last - first) / 100) + 1);
  for (const at of moments) tenths[Math.floor((at - first) / 100)]!++;
  let [busiest, now] = [0, 0];
  for (let i = 0; i < tenths.length; i++) {
    now += tenths[i]! - (i >= 10 ? tenths[i - 10]! : 0);
    busiest = Math.max(busiest, now);
  }
  return busiest;
}

/** The same million in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
