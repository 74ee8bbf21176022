import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deadline, noFacts, settle, takeCounted, takeReading, type Facts, type Reading } from './facts.ts';
import { phaseAt } from './phase.ts';
import { readPolicy } from './policy.ts';

const { policy } = readPolicy({
  idleTimeout: '10m',
  sessionUrl: 'https://app.example/session',
  renewUrl: '/renew',
});
const span = 3_600_000;

/** Something that becomes known at `at`: readings are asked for up to 5 s before they arrive. */
type Event = { at: number } & ({ reading: Reading } | { counted: number } | { poke: true });

const at = fc.integer({ min: 0, max: span });
const asked = fc.tuple(at, fc.integer({ min: 0, max: 5000 }));
const arriving = fc.tuple(asked, fc.integer({ min: -60_000, max: span }), fc.boolean(), fc.boolean());

const aliveEvent = arriving.map(([[receivedAt, took], left, idle, server]): Event => ({
  at: receivedAt,
  reading: {
    source: 'look',
    requestedAt: receivedAt - took,
    receivedAt,
    alive: { expiry: { at: receivedAt + left, server }, idle },
  },
}));
const endedEvent = asked.map(([receivedAt, took]): Event => ({
  at: receivedAt,
  reading: {
    source: 'look',
    requestedAt: receivedAt - took,
    receivedAt,
    ended: { reason: 'revoked', certain: true },
  },
}));
const skewEvent = fc.tuple(at, fc.integer({ min: -span, max: span })).map(([receivedAt, off]): Event => ({
  at: receivedAt,
  reading: {
    source: 'look',
    requestedAt: receivedAt,
    receivedAt,
    skew: { early: off - 1000, late: off + 1000 },
  },
}));
const countedEvent = asked.map(([received, took]): Event => ({ at: received, counted: received - took }));
const event = fc.oneof(aliveEvent, endedEvent, skewEvent, countedEvent);
const pokes = fc.array(
  at.map((moment): Event => ({ at: moment, poke: true })),
  { maxLength: 20 },
);

function apply(facts: Facts, event: Event): Facts {
  if ('poke' in event) return settle(facts, policy, event.at);
  if ('counted' in event) return takeCounted(facts, event.counted, policy, event.at);
  return takeReading(facts, event.reading, policy, event.at);
}

const inOrder = (events: Event[]) => [...events].sort((a, b) => a.at - b.at);

it('pokes change nothing: the phase is the same with any of them, or none', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), pokes, at, (events, pokes, now) => {
      const plain = inOrder(events.filter((each) => each.at <= now));
      // A poke at the moment of an event comes after it, as a stable sort has it.
      const poked = inOrder([...plain, ...pokes.filter((each) => each.at <= now)]);
      const end = (list: Event[]) => phaseAt(list.reduce(apply, noFacts), policy, now);
      expect(end(poked)).toBe(end(plain));
    }),
    { numRuns: 2000 },
  );
});

it('readings of one expiry source give the same end in whatever order they arrive', () => {
  const reading = fc.oneof(aliveEvent, endedEvent);
  fc.assert(
    fc.property(
      fc.uniqueArray(reading, { selector: askedAt, minLength: 2, maxLength: 5 }),
      fc.integer(),
      (events, seed) => {
        // Heard all at once, later than any was asked for, so that nothing passes in between.
        const heard = (list: Event[]) =>
          list.reduce((facts, each) => apply(facts, { ...plain(each), at: span }), noFacts);
        const shuffled = [...events].sort((a, b) => ((a.at * 31 + seed) % 97) - ((b.at * 31 + seed) % 97));
        const [one, other] = [heard(events), heard(shuffled)];
        expect(other.ended?.ending).toEqual(one.ended?.ending);
        if (!one.ended) expect(deadline(other, policy)?.at).toBe(deadline(one, policy)?.at);
      },
    ),
    { numRuns: 2000 },
  );
});

function askedAt(event: Event): number {
  return 'reading' in event ? event.reading.requestedAt : 0;
}

function plain(event: Event): Event {
  if (!('reading' in event) || !event.reading.alive?.expiry) return event;
  // Far apart: readings of one expiry keep what the first of them knew.
  const expiry = { at: event.reading.alive.expiry.at * 5000 + 400 * span };
  return { ...event, reading: { ...event.reading, alive: { expiry } } };
}

it('nothing revives a dead session but a reading asked for after its end', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 15 }), (events) => {
      let facts = noFacts;
      for (const each of inOrder(events)) {
        const dead = isDead(facts, each.at);
        const settled = settle(facts, policy, each.at);
        const diedAt = settled.ended?.at ?? settled.passedAt;
        facts = apply(facts, each);
        if (!dead || isDead(facts, each.at)) continue;
        if (!('reading' in each) || !each.reading.alive) throw new Error('revived by no reading');
        expect(each.reading.requestedAt).toBeGreaterThanOrEqual(diedAt!);
      }
    }),
    { numRuns: 2000 },
  );
});

it('the time left never grows without a word of the server', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), at, at, (events, one, other) => {
      const facts = inOrder(events).reduce(apply, noFacts);
      const last = Math.max(0, ...events.map((each) => each.at));
      const [early, late] = [last + Math.min(one, other), last + Math.max(one, other)];
      const left = (now: number) => (deadline(settle(facts, policy, now), policy)?.at ?? Infinity) - now;
      if (deadline(facts, policy)) expect(left(late)).toBeLessThanOrEqual(left(early));
      const order = ['none', 'unknown', 'active', 'warning', 'expired', 'ended'];
      const phases = [early, late].map((now) => order.indexOf(phaseAt(facts, policy, now)));
      if (phases[0]! > 1) expect(phases[1]).toBeGreaterThanOrEqual(phases[0]!);
    }),
    { numRuns: 2000 },
  );
});

function isDead(facts: Facts, now: number): boolean {
  return ['expired', 'ended'].includes(phaseAt(facts, policy, now));
}
