import { createFaults, type Faults, type FaultSwitches } from '../faults.ts';
import { createFlows, type FlowStore } from './flows.ts';
import { face } from './face.ts';
import { firstIntegration, partnerIntegration, type Integration } from './integration.ts';
import { initialKeys, type ApiKey } from './keys.ts';
import { createSessions, type SessionStore } from './sessions.ts';

/** The system's whole memory. */
export interface Asterwise {
  now: () => number;
  sessions: SessionStore;
  flows: FlowStore;
  faults: FaultSwitches<Faults>;
  keys: ApiKey[];
  /** By person. */
  integrations: Map<string, Integration>;
}

/** Ours: real dashboard sessions live hours to days. */
export const defaultLifetime = 60_000;

/** Ours: real ones of a flow live minutes. */
export const flowLifetime = 60_000;

export function createAsterwise(now: () => number): Asterwise {
  const [developer, partner] = face.people;
  return {
    now,
    sessions: createSessions(now),
    flows: createFlows(),
    faults: createFaults({ slow: false }),
    keys: initialKeys(now()),
    integrations: new Map([
      [developer.id, firstIntegration],
      [partner.id, partnerIntegration],
    ]),
  };
}
