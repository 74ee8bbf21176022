import { takeCounted, takeReading, type Reading } from './facts.ts';
import type { Keeper } from './keeper.ts';
import { known, newest } from './known.ts';
import { readMessage, writeMessage, type Message } from './message.ts';
import type { Channel } from './ports.ts';
import { worth } from './worth.ts';

/** The other tabs of this session, as far as they can be reached. */
export interface Tabs {
  /** Opens the channel of the session's name, or another where the name changed; tells what is known, and asks. */
  join(): void;
  leave(): void;
  /** Tells what this tab knows first-hand. */
  tell(reading: Reading | undefined, countedAt?: number): void;
  /** Asks what is known; the tab with the newest reading answers. */
  ask(): void;
  /** There is somebody to ask: every tab speaks when it comes. */
  hasOthers(): boolean;
}

/** Told within this long, more is a flood, which is not read. Twenty tabs that wake up at once stay far below. */
const floodWindow = 1000;
const most = 200;

export function createTabs(keeper: Keeper): Tabs {
  const { ports } = keeper;
  let channel: Channel | undefined;
  let name: string | undefined;
  /** When the newest that this tab knows first-hand was asked for. */
  let ownAt = -Infinity;
  let countToldAt = -Infinity;
  let flood = { since: -Infinity, heard: 0 };
  let answering: unknown;
  let others = false;

  const tabs: Tabs = {
    hasOthers: () => others,
    join() {
      const { sessionName } = keeper.policy;
      if (channel && name === sessionName) return;
      tabs.leave();
      name = sessionName;
      if (!name || !ports.channel) return;
      try {
        channel = ports.channel(name, hear);
      } catch {
        // Alone, then.
      }
      ask(facts());
    },
    leave() {
      const closing = channel;
      channel = undefined;
      ports.timer.clear(answering);
      try {
        closing?.close();
      } catch {
        // It is gone either way.
      }
    },
    tell(reading, countedAt) {
      const counts = countedAt !== undefined && countedAt - countToldAt >= keeper.policy.idleTimeout! / 10;
      if (counts) countToldAt = countedAt;
      ownAt = Math.max(ownAt, reading?.requestedAt ?? ownAt, countedAt ?? ownAt);
      if (reading || counts) send({ readings: reading ? facts() : [], countedAt });
    },
    ask: () => ask([]),
  };

  const facts = () => known(keeper.facts, keeper.policy, keeper.now());

  function ask(readings: Reading[]): void {
    const { countedAt } = keeper.facts;
    send({ readings, countedAt, ask: Math.max(0, newest(keeper.facts)) });
  }

  function send(message: Message): void {
    try {
      channel?.send(writeMessage(message, keeper.lead()));
    } catch {
      // A channel that broke tells nobody; this tab goes on.
    }
  }

  function hear(data: unknown): void {
    const now = keeper.now();
    if (now - flood.since >= floodWindow) flood = { since: now, heard: 0 };
    if (keeper.stopped || ++flood.heard > most) return;
    const message = readMessage(data, keeper.lead(), now);
    if (!message) return;
    others = true;
    if (heardAt(message) >= newest(keeper.facts)) ports.timer.clear(answering);
    for (const reading of message.readings)
      take({ ...reading, requestedAt: Math.min(reading.requestedAt, now) });
    if (message.countedAt !== undefined) count(Math.min(message.countedAt, now));
    if (message.ask !== undefined) answer(message.ask);
  }

  function take(reading: Reading): void {
    const now = keeper.now();
    const is = worth(keeper.facts, reading, keeper.policy, now);
    if (is === 'take') keeper.change((before) => takeReading(before, reading, keeper.policy, now));
    const at = reading.requestedAt;
    if (is === 'look' && at > (keeper.facts.told?.at ?? -Infinity))
      keeper.change((before) => ({ ...before, told: { at, ending: reading.ended } }));
  }

  function count(at: number): void {
    if (at > (keeper.facts.countedAt ?? -Infinity))
      keeper.change((before) => takeCounted(before, at, keeper.policy, keeper.now()));
  }

  /** Whoever learnt it first-hand answers at once; should that tab be gone, one of the others does. */
  function answer(asked: number): void {
    const at = newest(keeper.facts);
    const say = () => send({ readings: facts(), countedAt: keeper.facts.countedAt });
    if (at <= asked || !facts().length) return;
    ports.timer.clear(answering);
    if (at === ownAt) say();
    else answering = ports.timer.set(50 + 150 * keeper.dice, say);
  }

  return tabs;
}

const heardAt = ({ readings, countedAt }: Message): number =>
  Math.max(...readings.map(({ requestedAt }) => requestedAt), countedAt ?? -Infinity);
