import type { GuardEvent } from './announce.ts';
import { reasons, type Reason } from './ending.ts';
import { deadline, settle, type Facts, type Reading } from './facts.ts';
import { keepFresh } from './keep-fresh.ts';
import { createKeeper, type Held } from './keeper.ts';
import { createLooking } from './looking.ts';
import { beforeTelling, isTold, nextLook } from './looks.ts';
import {
  concernsSession,
  copyOf,
  countsAsUse,
  mayEnd,
  type ObservedReply,
  type ObserveOptions,
} from './observe.ts';
import { outcome, type Outcome } from './outcome.ts';
import { isOver, nextChange } from './phase.ts';
import type { Settings } from './policy.ts';
import type { Ports } from './ports.ts';
import { problem } from './problem.ts';
import type { Renewing, Trigger } from './renewing.ts';
import { readStatement, type Statement } from './statement.ts';
import type { Status } from './status.ts';
import { createTabs } from './tabs.ts';

/** Watches one session. Its times are local (`now()`); only `start` and `observe` take wall clock times. */
export interface Guard {
  now(): number;
  status(): Status;
  /** For a host that does not run on: give them back as `held`, and the guard goes on. */
  facts(): Facts;
  /** Hears every event; returns the way to stop. */
  subscribe(hear: (event: GuardEvent) => void): () => void;
  /** Takes new settings; the facts stay. */
  configure(settings: Settings): void;
  /** Asks how the session stands, without moving anything. Never rejects. */
  look(): Promise<Outcome>;
  /** Asks the server to move the expiry; once the session is over it sends nothing. Never rejects. */
  renew(trigger?: Trigger): Promise<Outcome>;
  /** Signed in, or a reading that the page has. `requestedAt`: wall clock at the request's start; default now. */
  start(statement?: Statement & { requestedAt?: number }): void;
  /** What the server rendered into the page. `navigated`: by a navigation, which it counted as use. */
  rendered(
    statement: Statement,
    times: { requestedAt: number; receivedAt: number; navigated: boolean },
  ): void;
  /** A reading of the host's own; times are local. `countedAt`: it came with a request that the server counted as use. */
  take(reading: Reading, countedAt?: number): void;
  /** A sign of life after the end that nobody can be asked about: how it stands is not known any more. */
  forget(): void;
  /** The site's own word that the session is over. Default: `signed-out`. */
  end(reason?: Reason): void;
  /** A reply that the page got: it may end the session, or show use of it. */
  observe(reply: ObservedReply, options?: ObserveOptions): void;
  /** The person gave a trusted sign of presence. */
  input(): void;
  /** No timer, listener or request from here on; the facts stay. */
  stop(): void;
  /** Goes on after `stop()`, as if the tab had been away. */
  resume(): void;
}

const longestTimer = 2 ** 31 - 1;
const longAway = 10_000;
const oneReturn = 1000;
/** Between two looks that other tabs brought about. */
const calm = 10_000;

/**
 * Watches a session until `stop()`. Works in a page, an extension and plain Node.
 *
 * @param settings What the site sets; refused values are told as `problem` events in the next microtask.
 * @param origins Origins whose replies `observe` believes, such as `https://app.example`.
 * @param held What an earlier guard of this session knew.
 */
export function createGuard(
  settings: Settings,
  ports: Ports,
  origins: readonly string[] = [],
  held?: Held,
): Guard {
  const keeper = createKeeper(ports, held, poke, (reading, countedAt) => tabs.tell(reading, countedAt));
  const looking = createLooking(keeper);
  const tabs = createTabs(keeper);
  let renewing: Promise<Renewing> | undefined;
  let renewal: Promise<Outcome> | undefined;
  const refused = keeper.configure(settings);
  let timer: unknown;
  /** By the monotonic clock. */
  let firesAt = 0;
  let awaySince = held?.awaySince;
  let askedTabsAt = -Infinity;
  let confirmedAt = -Infinity;

  /** All that happens by itself happens here, from a timer, a wake-up or a new fact. */
  function poke(): void {
    if (keeper.stopped) return;
    const { policy } = keeper;
    if (keeper.slept() && keeper.facts.held) lookAgain();
    const now = keeper.now();
    keeper.facts = settle(keeper.facts, policy, now);
    keeper.announce();

    const lookAt = looking.busy() ? undefined : nextLook(keeper.facts, policy, keeper.dice);
    if (lookAt !== undefined && lookAt <= now)
      looking.byItself(() => nextLook(keeper.facts, policy, keeper.dice)! <= keeper.now());

    const confirmAt = awaySince === undefined && isTold(keeper.facts) ? confirmedAt + calm : undefined;
    if (confirmAt !== undefined && confirmAt <= now) confirm();

    const askAt = nextAsk();
    if (askAt !== undefined && askAt <= now) askTabs();

    const fresh = keeper.asking.renewing ? undefined : keepFresh(keeper.facts, policy, now, keeper.dice);
    const renewAt = fresh?.active ? fresh.dueAt : undefined;
    if (renewAt !== undefined && renewAt <= now) void renew('keep-fresh');

    const moments = [nextChange(keeper.facts, policy, now), lookAt, confirmAt, askAt, renewAt];
    wakeAt(Math.min(...moments.map((moment) => (moment !== undefined && moment > now ? moment : Infinity))));
  }

  /** A timer that fires earlier may stand: it pokes, and the next is set then. Moments mostly move later. */
  function wakeAt(moment: number): void {
    const { clock, timer: timers } = ports;
    // By the monotonic clock, which timers go by: the local one may have jumped since.
    if (timer !== undefined && keeper.now() + firesAt - clock.mono() <= moment) return;
    timers.clear(timer);
    timer = undefined;
    if (moment === Infinity) return;
    // Drawing takes time, which must not make the next moment late: hence now anew.
    const delay = Math.min(Math.ceil(moment - keeper.now()), longestTimer);
    firesAt = clock.mono() + delay;
    timer = timers.set(delay, () => {
      timer = undefined;
      poke();
    });
  }

  /** The tabs may know of a use that moved the end: before people are warned, they are asked. */
  function nextAsk(): number | undefined {
    const { facts, policy } = keeper;
    const end = tabs.hasOthers() && facts.aliveAt !== undefined ? deadline(facts, policy) : undefined;
    if (!end || facts.passedAt !== undefined) return undefined;
    return beforeTelling(end, policy, keeper.dice, Math.max(askedTabsAt, end.since));
  }

  function askTabs(): void {
    askedTabsAt = keeper.now();
    tabs.ask();
  }

  /** What another tab told, looked at by a tab in view. However much is told: not without a break. */
  function confirm(): void {
    const { at, ending } = keeper.facts.told!;
    confirmedAt = keeper.now();
    void looking.look({ claimed: ending, since: at });
  }

  /** Unless another tab does first. What is over, a tab in view must see for itself (law 2). */
  function lookAgain(): void {
    const since = keeper.now();
    const phase = keeper.phase();
    const isSeen = awaySince === undefined;
    if (isSeen && isOver(phase)) return void looking.look({ since });
    looking.byItself(() => {
      const { lookedAt = 0, aliveAt = 0, told } = keeper.facts;
      return Math.max(lookedAt, aliveAt, told?.at ?? 0) <= since;
    });
  }

  /** One at a time. What only a renewal or an ending needs is loaded then, or ahead of it by the host (`late.ts`). */
  function renew(trigger: Trigger): Promise<Outcome> {
    return (renewal ??= renewNow(trigger).finally(() => {
      renewal = undefined;
      keeper.asking.renewing = false;
      poke();
    }));
  }

  async function renewNow(trigger: Trigger): Promise<Outcome> {
    keeper.asking.renewing = true;
    renewing ??= import('./late.ts').then(({ createRenewing }) => createRenewing(keeper, looking));
    return renewing.then(
      (ready) => ready.renew(trigger),
      () => outcome(keeper, problem('code-blocked', 'the module of renewals', undefined, 'renewUrl')),
    );
  }

  async function weigh(reply: ObservedReply, at: number): Promise<void> {
    const { claim, claimedEnding } = await import('./late.ts');
    const ending = await claimedEnding(reply, keeper.policy);
    if (ending && !keeper.stopped) await claim(keeper, looking, ending, at);
  }

  function heard(what: 'away' | 'back'): void {
    const now = keeper.now();
    keeper.asking.away = what === 'away';
    if (what === 'away') {
      awaySince ??= now;
      return poke();
    }
    const wasAway = awaySince !== undefined;
    const away = now - (awaySince ?? now) >= longAway;
    if (wasAway) askTabs();
    awaySince = undefined;
    poke();
    const phase = keeper.phase();
    const over = isOver(phase);
    // Coming back is told twice, as being visible and as having the focus.
    const { offline } = keeper.asking;
    if (over && !wasAway && !offline && now - (keeper.facts.lookedAt ?? 0) < oneReturn) return;
    if (away || over || offline) lookAgain();
  }

  let leave = ports.wake?.(heard);
  void Promise.resolve().then(() => {
    if (keeper.stopped) return;
    keeper.tell(refused);
    tabs.join();
    poke();
  });

  return {
    now: keeper.now,
    status: keeper.status,
    facts: () => keeper.facts,
    subscribe: keeper.subscribe,
    look: () => looking.look(),
    renew: (trigger = 'method') => renew(trigger),
    configure(settings) {
      keeper.tell(keeper.configure(settings));
      if (!keeper.stopped) tabs.join();
      poke();
    },
    start(given) {
      const { requestedAt, ...statement } = given ?? {};
      const times = { requestedAt: keeper.toLocal(requestedAt), receivedAt: keeper.now() };
      const { reading, problems } = readStatement(
        statement,
        'start',
        times,
        keeper.policy,
        keeper.facts.skew,
      );
      keeper.tell(problems);
      if (!reading) return void looking.look();
      keeper.take(reading, times.requestedAt);
      void renewing?.then((ready) => ready.started());
    },
    rendered(statement, { navigated, ...times }) {
      const { reading, problems } = readStatement(statement, 'page', times, keeper.policy, keeper.facts.skew);
      keeper.tell(problems);
      if (reading) keeper.take(reading, navigated && reading.alive?.expiry ? times.requestedAt : undefined);
    },
    take: keeper.take,
    forget() {
      const { held, subject, skew } = keeper.facts;
      keeper.change(() => ({ held, subject, skew }));
    },
    end(said = 'signed-out') {
      const now = keeper.now();
      const reason = reasons.includes(said) ? said : 'unknown';
      if (reason !== said) keeper.tell([problem('bad-reason', reasons.join(), said, 'reason')]);
      keeper.take({ source: 'end', requestedAt: now, receivedAt: now, ended: { reason, certain: true } });
    },
    observe(reply, options = {}) {
      if (!concernsSession(reply, options, origins)) return;
      if (countsAsUse(reply, keeper.policy)) {
        if (options.requestedAt !== undefined && keeper.policy.idleTimeout)
          keeper.count(keeper.toLocal(options.requestedAt));
        return;
      }
      // Without its code a refusal says nothing; looks go on.
      if (mayEnd(reply, keeper.policy))
        weigh(copyOf(reply), keeper.toLocal(options.requestedAt)).catch(() => {});
    },
    input() {
      keeper.facts = { ...keeper.facts, inputAt: keeper.now() };
      poke();
    },
    stop() {
      heard('away');
      keeper.stopped = true;
      ports.timer.clear(timer);
      timer = undefined;
      tabs.leave();
      leave?.();
    },
    resume() {
      if (!keeper.stopped) return;
      keeper.stopped = false;
      leave = ports.wake?.(heard);
      tabs.join();
      heard('back');
    },
  };
}
