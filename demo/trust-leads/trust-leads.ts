import { createFaults, type Faults, type FaultSwitches } from '../faults.ts';
import { createAccessTokens, type AccessTokens } from './access-tokens.ts';
import { createNotebook, type Notebook } from './notebook.ts';
import { createSecondSteps, type SecondSteps } from './second-steps.ts';
import { createSessions, type SessionStore } from './sessions.ts';

/** Where a refusal carries its code: the documented one first. */
export const refusalForms = ['code', 'error', 'error.code'] as const;

export type RefusalForm = (typeof refusalForms)[number];

export interface TrustLeadsFaults extends Faults {
  form: RefusalForm;
}

/** The system's whole memory. */
export interface TrustLeads {
  now: () => number;
  sessions: SessionStore;
  secondSteps: SecondSteps;
  accessTokens: AccessTokens;
  faults: FaultSwitches<TrustLeadsFaults>;
  notebook: Notebook;
}

/** Ours: the real refresh token dies after 7 days without use. */
export const defaultLifetime = 60_000;

/** Ours: the real access token lives an hour. Here too it runs out many times before the session does. */
export const accessLifetime = (lifetime: number): number => Math.max(5000, lifetime / 6);

export function createTrustLeads(now: () => number): TrustLeads {
  return {
    now,
    sessions: createSessions(now),
    secondSteps: createSecondSteps(now),
    accessTokens: createAccessTokens(now),
    faults: createFaults<TrustLeadsFaults>({ slow: false, form: 'code' }),
    notebook: createNotebook(),
  };
}
