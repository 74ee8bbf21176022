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

/** All that a guard needs from its host. A host leaves out what it does not have. */
export interface Ports {
  clock: Clock;
  timer: Timer;
  /** Rejects when there is no answer. */
  fetch(ask: Ask): Promise<Reply>;
  /** Evenly spread over [0, 1): spreads looks and renewals of many clients. */
  random(): number;
  /** Tells when the host goes out of sight or to sleep (`away`) and when it is here again (`back`). */
  wake?(heard: (what: 'away' | 'back') => void): () => void;
}
