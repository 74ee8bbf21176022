export interface Faults {
  /** Every answer comes late. */
  slow: boolean;
  /** Problem replies leave out `error_code` and `session_timeout`. */
  bare: boolean;
}

/** What one visitor switched on, kept by session id: nobody else's dashboard gets slow. */
export interface FaultSwitches {
  of(sessionId: string | undefined): Readonly<Faults>;
  set(sessionId: string, change: Partial<Faults>): Readonly<Faults>;
  clear(): void;
}

const none: Readonly<Faults> = { slow: false, bare: false };

export function createFaults(): FaultSwitches {
  const switched = new Map<string, Faults>();
  const of = (id: string | undefined) => (id === undefined ? none : (switched.get(id) ?? none));
  return {
    of,
    set(id, change) {
      const next = { ...of(id), ...change };
      switched.set(id, next);
      return next;
    },
    clear: () => switched.clear(),
  };
}
