import type { Ending } from './ending.ts';
import type { Policy } from './policy.ts';
import { intersect, type Skew } from './skew.ts';

/** A moment on the clock it was told on; `server` moments are compared through the skew. */
export interface Moment {
  at: number;
  server?: boolean;
  /** No word of the server: once it has passed, nobody knows. */
  weak?: boolean;
}

/** An expiry as it was first read: what later readings of the same expiry do not change. */
export interface Expiry extends Moment {
  /** Local moments of the first and the newest reading that gave it. */
  since: number;
  readAt: number;
  /** Time that was left when it was first read, in ms. */
  lifetime: number;
  /** `lifetime` is the whole life of the session, not what was left of it when somebody looked. */
  whole: boolean;
}

/** What the first reading of an expiry knew. */
export type First = Pick<Expiry, 'since' | 'lifetime' | 'whole'>;

/** What a server says of a living session. */
export interface Alive {
  expiry?: Moment;
  /** `expiry` takes the idle limit into account: it may replace an idle estimate. */
  idle?: boolean;
  /** The session began or was renewed at this reading: what is left is its whole life. */
  whole?: boolean;
  canRenew?: boolean;
  /** Another tab read `expiry` first. */
  first?: First;
}

/** Facts taken from one source at one moment; times are local. Another tab's readings are just more of them. */
export interface Reading {
  source: 'page' | 'look' | 'renew' | 'start' | 'observed' | 'end';
  requestedAt: number;
  receivedAt: number;
  skew?: Skew;
  /** Hash of who is signed in. */
  subject?: string;
  /** The moment no renewal can pass; by itself it says nothing of life. */
  absolute?: Moment;
  alive?: Alive;
  ended?: Ending;
}

/** All that is known of one session. The phase is computed from it (`phase.ts`), never stored in it. */
export interface Facts {
  /** A live session was held here: only then is its end anybody's business. */
  held: boolean;
  /** When the newest reading that says "alive" was asked for. */
  aliveAt?: number;
  source?: Reading['source'];
  /** Hash of who is signed in: whose work is on the page. */
  subject?: string;
  /** When the person last signed in with this page open, as far as it saw. */
  signedInAt?: number;
  stated?: Expiry;
  statedIdle?: Expiry;
  absolute?: Moment;
  canRenew?: boolean;
  /** Start of the newest request that the server is known to have counted as use. */
  countedAt?: number;
  /** The expiry that passed: only a reading asked for later undoes it. */
  passedAt?: number;
  /** It was a weak one: the session may live on. */
  passedWeak?: boolean;
  /** `here`: by the page's own `end()`. */
  ended?: { at: number; ending: Ending; here: boolean };
  skew?: Skew;
  /** The newest word of another tab that is worth a look, and when it was asked for. */
  told?: { at: number; ending?: Ending };
  /** When the person last gave a sign of presence, as far as anybody asked. */
  inputAt?: number;
  /** When the newest look and the newest renewal were asked for. */
  lookedAt?: number;
  triedRenewalAt?: number;
}

export const noFacts: Facts = { held: false };

/** The end as the facts have it: the earliest of idle, stated and absolute expiry. */
export interface Deadline {
  /** Local moment. */
  at: number;
  /** The same as the server stated it; absent where it was counted on the local clock. */
  server?: number;
  limit: 'idle' | 'stated' | 'absolute';
  weak?: boolean;
  /** Computed from a declared idle timeout, not stated by the server. */
  estimate: boolean;
  /** Local moment of the first reading that gave it. */
  since: number;
  lifetime: number;
  whole: boolean;
}

/** The skew's late end decides: told too early is a warning for nothing, told too late is work lost. */
export const toLocal = (facts: Facts, moment: Moment): number =>
  moment.server ? moment.at - (facts.skew?.late ?? 0) : moment.at;

/** The end on the server's clock, at the earliest. */
export const toServer = (facts: Facts, { at, server }: Deadline): number =>
  server ?? at + (facts.skew?.early ?? 0);

/** The idle expiry that follows from the newest counted request; a server's own word asked for later replaces it. */
export function idleEstimate(facts: Facts, policy: Policy): number | undefined {
  if (policy.idleTimeout === undefined || facts.countedAt === undefined) return undefined;
  if (facts.statedIdle && facts.statedIdle.readAt >= facts.countedAt) return undefined;
  return facts.countedAt + policy.idleTimeout;
}

/** The estimate ran out and the server, asked later, still says alive: it may end at any moment. */
export function isOverdue(facts: Facts, policy: Policy): boolean {
  const estimate = idleEstimate(facts, policy);
  return estimate !== undefined && facts.aliveAt !== undefined && facts.aliveAt >= estimate;
}

export function deadline(facts: Facts, policy: Policy): Deadline | undefined {
  const found: Deadline[] = [];
  const stated = (limit: Deadline['limit'], expiry: Expiry) =>
    found.push({
      at: toLocal(facts, expiry),
      server: expiry.server ? expiry.at : undefined,
      limit,
      weak: expiry.weak,
      estimate: false,
      since: expiry.since,
      lifetime: policy.idleTimeout ?? expiry.lifetime,
      whole: policy.idleTimeout !== undefined || expiry.whole,
    });

  const estimate = idleEstimate(facts, policy);
  if (estimate !== undefined && !isOverdue(facts, policy))
    found.push({
      at: estimate,
      limit: 'idle',
      estimate: true,
      since: facts.countedAt!,
      lifetime: policy.idleTimeout!,
      whole: true,
    });
  if (estimate === undefined && facts.statedIdle) stated('idle', facts.statedIdle);
  if (facts.stated) stated('stated', facts.stated);
  if (facts.absolute) {
    const at = toLocal(facts, facts.absolute);
    const since = facts.aliveAt ?? at;
    stated('absolute', { ...facts.absolute, since, readAt: since, lifetime: at - since, whole: false });
  }
  found.sort((a, b) => a.at - b.at);
  // A server that cuts its expiry to the absolute one states the same moment twice: no renewal can pass it.
  return found.find(({ at, limit }) => limit === 'absolute' && at - found[0]!.at <= wobble) ?? found[0];
}

/** Notes an expiry that the clock has passed. Done before anything else is believed, so that pokes change nothing. */
export function settle(facts: Facts, policy: Policy, now: number): Facts {
  if (facts.passedAt !== undefined || facts.ended) return facts;
  const end = deadline(facts, policy);
  return end && end.at <= now ? { ...facts, passedAt: end.at, passedWeak: end.weak } : facts;
}

/** Ended, or past an end that the server stated. Past a weak one nobody knows. */
export const isPast = ({ ended, passedAt, passedWeak }: Facts): boolean =>
  ended !== undefined || (passedAt !== undefined && !passedWeak);

/** Takes a reading into the facts. Order is by `requestedAt`, not by arrival; on a tie an ending wins. */
export function takeReading(before: Facts, reading: Reading, policy: Policy, now: number): Facts {
  let facts = settle(before, policy, now);
  if (reading.skew) facts = { ...facts, skew: intersect(facts.skew, reading.skew) };
  const asked = reading.requestedAt;

  if (reading.ended) {
    if ((facts.aliveAt ?? -Infinity) > asked) return facts;
    const { ended } = facts;
    // The first ending is the one that people were told; a later one that knows more replaces an unknown.
    const known =
      ended && ended.ending.reason !== 'unknown'
        ? ended
        : { ending: reading.ended, here: reading.source === 'end' };
    return { ...facts, ended: { ...known, at: Math.max(asked, ended?.at ?? asked) } };
  }
  // A reply asked for before an ending, or before the expiry passed, revives nothing (law 2).
  const over = facts.ended ? asked <= facts.ended.at : asked < (facts.passedAt ?? -Infinity);
  if (over) return facts;
  if (asked < (facts.aliveAt ?? -Infinity)) return readEarlier(facts, reading);
  if (reading.alive && isStranger(facts, reading.subject, policy)) return strangerCame(facts, asked);
  if (facts.ended && reading.alive) facts = afterEnding(facts);
  if (reading.absolute) facts = { ...facts, absolute: reading.absolute };
  if (!reading.alive) return facts;
  facts = settle(alive(facts, reading, reading.alive), policy, now);
  return facts.passedAt === undefined ? { ...facts, held: true } : facts;
}

/**
 * Somebody else is signed in than the one whose work is on the page. Two of whom one is not known are not told apart.
 * A page that never held a session names its person by the setting only.
 */
export function isStranger(facts: Facts, subject: string | undefined, policy: Policy): boolean {
  if (signedOutHere(facts)) return false;
  const owner = facts.held ? facts.subject : policy.subject;
  return owner !== undefined && subject !== undefined && owner !== subject;
}

/** The session of the page's person is over; that of another is none of this page's. */
function strangerCame(facts: Facts, at: number): Facts {
  const known = facts.ended?.ending.reason === 'other-user' ? facts.ended.ending : undefined;
  const ending = known ?? { reason: 'other-user' as const, certain: true };
  return { ...facts, held: true, ended: { at, ending, here: false } };
}

/** What comes after an ending is another session: limits, uses and rights of the old one say nothing of it. */
function afterEnding(facts: Facts): Facts {
  const { held, skew, told, inputAt, lookedAt, triedRenewalAt } = facts;
  const subject = signedOutHere(facts) ? undefined : facts.subject;
  return { held, subject, skew, told, inputAt, lookedAt, triedRenewalAt };
}

/** The page itself signed its person out: whose it is from now on is said by what comes. */
export const signedOutHere = ({ ended }: Facts): boolean =>
  ended?.here === true && ended.ending.reason === 'signed-out';

function alive(facts: Facts, { requestedAt: asked, source, subject }: Reading, said: Alive): Facts {
  const { held, aliveAt, passedAt, signedInAt } = facts;
  // The server says alive: whatever should have ended it before has not.
  const standing = <M extends Moment>(moment: M | undefined) =>
    moment && toLocal(facts, moment) > asked ? moment : undefined;
  const next: Facts = {
    ...facts,
    aliveAt: asked,
    // What was over is alive: somebody signed in. A page that opens may find an old session.
    signedInAt: held && (aliveAt === undefined || passedAt !== undefined) ? asked : signedInAt,
    source,
    subject: subject ?? facts.subject,
    stated: standing(facts.stated),
    statedIdle: standing(facts.statedIdle),
    absolute: standing(facts.absolute),
    canRenew: said.canRenew ?? facts.canRenew,
    passedAt: undefined,
    passedWeak: undefined,
  };
  if (said.expiry) {
    const expiry = firstRead(facts, said.expiry, asked, said);
    next.stated = said.idle ? undefined : expiry;
    // A plain expiry says nothing of the idle limit: that one stands.
    if (said.idle) next.statedIdle = expiry;
  }
  return next;
}

/** Durations in whole seconds place one and the same expiry up to this far apart. */
export const wobble = 1000;

const isSame = (facts: Facts, one: Moment, other: Moment): boolean =>
  Math.abs(toLocal(facts, one) - toLocal(facts, other)) <= wobble;

function firstRead(facts: Facts, moment: Moment, readAt: number, { first, whole = false }: Alive): Expiry {
  const known = [facts.stated, facts.statedIdle].find((expiry) => expiry && isSame(facts, expiry, moment));
  const now = { since: readAt, lifetime: toLocal(facts, moment) - readAt, whole };
  return { ...earliest(known ?? first ?? now, first), ...moment, readAt };
}

const earliest = ({ since, lifetime, whole }: First, other: First | undefined): First =>
  other && other.since < since ? other : { since, lifetime, whole };

/** An older reading of an expiry that is known may know how long its life was. */
function readEarlier(facts: Facts, { requestedAt, alive }: Reading): Facts {
  const expiry = alive?.expiry;
  if (!expiry) return facts;
  const first = firstRead({ ...facts, stated: undefined, statedIdle: undefined }, expiry, requestedAt, alive);
  const lengthen = (known: Expiry | undefined) =>
    known && isSame(facts, known, expiry) ? { ...known, ...earliest(known, first) } : known;
  return { ...facts, stated: lengthen(facts.stated), statedIdle: lengthen(facts.statedIdle) };
}

/** Takes note of a request that slides the idle limit. Only a reading revives what has passed. */
export function takeCounted(before: Facts, startedAt: number, policy: Policy, now: number): Facts {
  const facts = settle(before, policy, now);
  if (facts.passedAt !== undefined || facts.ended) return facts;
  return { ...facts, countedAt: Math.max(startedAt, facts.countedAt ?? startedAt) };
}
