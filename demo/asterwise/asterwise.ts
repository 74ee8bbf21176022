import { createFaults, type Faults, type FaultSwitches } from '../faults.ts';
import { createFlows, type FlowStore } from './flows.ts';
import { initialKeys, type ApiKey } from './keys.ts';
import { createSessions, type SessionStore } from './sessions.ts';

/** The system's whole memory. */
export interface Asterwise {
  now: () => number;
  sessions: SessionStore;
  flows: FlowStore;
  faults: FaultSwitches<Faults>;
  keys: ApiKey[];
  notes: string;
}

/** Ours: real dashboard sessions live hours to days. */
export const defaultLifetime = 60_000;

/** Ours: real ones of a flow live minutes. */
export const flowLifetime = 60_000;

const initialNotes =
  'Natal charts go through the nightly batch; transits are asked live, from the app.\n' +
  'Ask support before the eclipse whether the burst limit can be raised for a day.';

export function createAsterwise(now: () => number): Asterwise {
  return {
    now,
    sessions: createSessions(now),
    flows: createFlows(),
    faults: createFaults({ slow: false }),
    keys: initialKeys(now()),
    notes: initialNotes,
  };
}
