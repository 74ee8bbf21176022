import type { Reading } from './facts.ts';

/** Two clocks in ms: `wall` is what people see and may be set; `mono` only runs forward, and may stop in sleep. */
export interface Clock {
  wall(): number;
  mono(): number;
}

/** One-shot timers. A delay is never given more than 2^31−1 ms. */
export interface Timer {
  set(ms: number, run: () => void): unknown;
  clear(timer: unknown): void;
}

/** What a guard asks of the network. The host adds credentials, CSRF and its own headers. */
export interface Ask {
  kind: 'look' | 'renew';
  url: string;
  method: string;
}

/** The part of a `Response` that a guard reads. */
export interface Reply {
  url?: string;
  type?: string;
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Joins the tabs of one session. Messages are plain data; what comes in may be anything. */
export interface Channel {
  send(message: unknown): void;
  close(): void;
}

/** All that a guard needs from its host. A host leaves out what it does not have. */
export interface Ports {
  clock: Clock;
  timer: Timer;
  /** Rejects when there is no answer. */
  fetch(ask: Ask): Promise<Reply>;
  /** Evenly spread over [0, 1): spreads looks and renewals of many clients. */
  random(): number;
  /** Opens the channel of this name; `hear` gets what other tabs send, never what this one sent. */
  channel?(name: string, hear: (message: unknown) => void): Channel;
  /** Runs while no other tab holds the lock of this name; rejects where there are no locks. */
  lock?(name: string, run: () => Promise<unknown>): Promise<unknown>;
  /** What the host makes of an answer's reading before it is believed. `undefined`: it says nothing. Default: as it is. */
  weigh?(reading: Reading): Reading | undefined;
  /** Tells when the host goes out of sight or to sleep (`away`) and when it is here again (`back`). */
  wake?(heard: (what: 'away' | 'back') => void): () => void;
}
