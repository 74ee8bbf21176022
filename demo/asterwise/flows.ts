import { randomInt } from 'node:crypto';

/** How far a key exchange has come. */
export interface Flow {
  email: string;
  /** What the e-mail carries, in a demo that sends none. */
  code: string;
  verified: boolean;
}

/** What a flow knows lives and dies with its session: nothing of it can be recovered. */
export interface FlowStore {
  begin(sessionId: string, email: string): Flow;
  of(sessionId: string): Flow | undefined;
  finish(sessionId: string): void;
  forgetAll(): void;
}

export function createFlows(): FlowStore {
  const flows = new Map<string, Flow>();
  return {
    begin(sessionId, email) {
      const flow = { email, code: String(randomInt(1_000_000)).padStart(6, '0'), verified: false };
      flows.set(sessionId, flow);
      return flow;
    },
    of: (sessionId) => flows.get(sessionId),
    finish: (sessionId) => void flows.delete(sessionId),
    forgetAll: () => flows.clear(),
  };
}
