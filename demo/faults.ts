/** What every system knows; each may have more of its own. */
export interface Faults {
  /** Every answer comes late. */
  slow: boolean;
}

/** What one visitor switched on, kept by session id: nobody else's dashboard gets slow. */
export interface FaultSwitches<F extends Faults> {
  of(sessionId: string | undefined): Readonly<F>;
  set(sessionId: string, change: Partial<F>): Readonly<F>;
}

export function createFaults<F extends Faults>(none: Readonly<F>): FaultSwitches<F> {
  const switched = new Map<string, F>();
  const of = (id: string | undefined) => (id === undefined ? none : (switched.get(id) ?? none));
  return {
    of,
    set(id, change) {
      const next = { ...of(id), ...change };
      switched.set(id, next);
      return next;
    },
  };
}
