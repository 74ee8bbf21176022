import { createAnnouncer, type GuardEvent } from './announce.ts';
import type { Answer } from './answer.ts';
import {
  deadline,
  noFacts,
  takeCounted,
  takeReading,
  wobble,
  type Deadline,
  type Facts,
  type Reading,
} from './facts.ts';
import { createLocalTime } from './local-time.ts';
import { phaseAt, type Phase } from './phase.ts';
import { readPolicy, type Policy, type Settings } from './policy.ts';
import type { Ports } from './ports.ts';
import { problem, type Problem } from './problem.ts';
import { statusAt, type Asking, type Status } from './status.ts';

/** What a host kept of a guard that ran before. */
export interface Held {
  facts: Facts;
  /** Local time when it was kept. */
  now: number;
  /** Since when the host is out of sight. */
  awaySince?: number;
}

/** What the parts of a guard share: the facts of one session, and the only ways to change them. */
export interface Keeper {
  facts: Facts;
  policy: Policy;
  /** What is shown besides the facts; nothing of it decides a phase. */
  asking: Asking;
  /** Spreads looks and renewals; drawn anew with each new end. */
  dice: number;
  stopped: boolean;
  ports: Ports;
  now(): number;
  /** How far local time is ahead of the wall clock. */
  lead(): number;
  /** Local time of a wall clock time; none, or one still to come, is now. */
  toLocal(wall: number | undefined): number;
  slept(): boolean;
  phase(): Phase;
  end(): Deadline | undefined;
  status(): Status;
  /** Tells what changed, once. */
  announce(): void;
  emit(event: GuardEvent): void;
  subscribe(hear: (event: GuardEvent) => void): () => void;
  tell(problems: readonly Problem[]): void;
  tellOnce(code: string, expected: string, field?: string, found?: string): void;
  configure(settings: Settings): readonly Problem[];
  /** Believes a reading; `countedAt`: it came with a request that the server counted as use. */
  take(reading: Reading, countedAt?: number): void;
  /** Decides anew what follows from the facts. */
  poke(): void;
  /** Changes the facts in a way of its own; what follows from it is decided at once. */
  change(next: (facts: Facts) => Facts): void;
  /** Takes note of a request that slides the idle limit. */
  count(startedAt: number): void;
  /** Believes what an answer holds. */
  hear(answer: Answer, countedAt?: number): void;
}

/**
 * @param poke Called after each new fact: what follows from it is decided there.
 * @param tell Called with what is first-hand and believed: the other tabs want to know.
 */
export function createKeeper(
  ports: Ports,
  held: Held | undefined,
  poke: () => void,
  tell: (reading: Reading | undefined, countedAt?: number) => void,
): Keeper {
  const time = createLocalTime(ports.clock, held?.now);
  const announcer = createAnnouncer();
  const told = new Set<string>();

  const keeper: Keeper = {
    facts: held?.facts ?? noFacts,
    policy: readPolicy({}).policy,
    asking: { looking: false, renewing: false, failed: undefined, offline: false, away: false, refusals: 0 },
    dice: ports.random(),
    stopped: false,
    ports,
    now: time.now,
    lead: time.lead,
    toLocal: (wall) => (Number.isFinite(wall) ? Math.min(wall! + time.lead(), time.now()) : time.now()),
    slept: time.slept,
    poke,
    phase: () => phaseAt(keeper.facts, keeper.policy, time.now()),
    end: () => deadline(keeper.facts, keeper.policy),
    status: () => statusAt(keeper.facts, keeper.policy, time.now(), keeper.asking),
    announce: () => announcer.announce(keeper.status()),
    emit: announcer.emit,
    subscribe: announcer.subscribe,
    tell(problems) {
      for (const each of problems) announcer.emit({ type: 'problem', ...each });
    },
    tellOnce(code, expected, field, found) {
      if (told.has(code)) return;
      told.add(code);
      keeper.tell([problem(code, expected, found, field)]);
    },
    configure(settings) {
      const { policy, problems } = readPolicy(settings);
      // The page's own word on whose it is now.
      if (policy.subject && policy.subject !== keeper.policy?.subject)
        keeper.facts = { ...keeper.facts, subject: policy.subject };
      keeper.policy = policy;
      return problems;
    },
    take(reading, countedAt) {
      const { requestedAt: at } = reading;
      keeper.change((facts) => {
        const taken = takeReading(facts, reading, keeper.policy, time.now());
        return countedAt === undefined ? taken : takeCounted(taken, countedAt, keeper.policy, time.now());
      });
      doubt(keeper, reading);
      const { aliveAt, ended } = keeper.facts;
      if (reading.ended ? ended?.at === at : reading.alive && aliveAt === at) tell(reading, countedAt);
    },
    count(startedAt) {
      keeper.change((facts) => takeCounted(facts, startedAt, keeper.policy, time.now()));
      tell(undefined, startedAt);
    },
    change(next) {
      const before = keeper.end()?.at ?? 0;
      keeper.facts = next(keeper.facts);
      const moved = (keeper.end()?.at ?? Infinity) - before;
      if (Math.abs(moved) > wobble) keeper.dice = ports.random();
      if (moved > wobble) keeper.asking.failed = undefined;
      poke();
    },
    hear({ offline, reading, skew, requestedAt, problems }, countedAt) {
      if (keeper.stopped) return;
      keeper.asking.offline = offline;
      keeper.tell(problems);
      const none: Reading = { source: 'look', requestedAt, receivedAt: time.now() };
      const said = reading && ports.weigh ? ports.weigh(reading) : reading;
      keeper.take({ ...none, ...said, skew: reading?.skew ?? skew }, countedAt);
    },
  };
  return keeper;
}

/** What is believed and yet worth telling a developer. */
function doubt({ policy, end, tellOnce }: Keeper, { source, alive }: Reading): void {
  if (policy.idleTimeout && source === 'look' && alive?.expiry && !alive.idle)
    tellOnce('idle-not-stated', 'idle_expires_at in the reply', 'sessionUrl');
  const lifetime = end()?.lifetime ?? 0;
  if (lifetime > 0 && lifetime < 60_000 - wobble)
    tellOnce('short-session', 'a lifetime of 60s or more', undefined, `${Math.round(lifetime / 1000)}s`);
}
