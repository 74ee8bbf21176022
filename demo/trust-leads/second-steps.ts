import { randomBytes, randomInt } from 'node:crypto';
import type { Person } from '../people.ts';

/** After the password, and before the session: somebody who has yet to show their second factor. */
export interface SecondStep {
  person: Person;
  /** Of the session to come. */
  lifetime: number;
  /** On the person's telephone, in a demo that has none. */
  code: string;
  until: number;
  triesLeft: number;
}

/** `over`: done already, asked too often, or never begun. Then it begins again, with the password. */
export type Answered =
  | { state: 'right'; step: SecondStep }
  | { state: 'wrong'; triesLeft: number }
  | { state: 'expired' }
  | { state: 'over' };

export interface SecondSteps {
  ask(person: Person, lifetime: number): string;
  /** For the page that asks. */
  of(id: string | undefined): SecondStep | undefined;
  answer(id: string | undefined, code: unknown): Answered;
  forgetAll(): void;
}

export const codeLifetime = 300_000;
export const tries = 3;

export function createSecondSteps(now: () => number): SecondSteps {
  const steps = new Map<string, SecondStep>();

  function cleanUp(): void {
    for (const [id, { until }] of steps) if (now() > until + codeLifetime) steps.delete(id);
  }

  return {
    ask(person, lifetime) {
      cleanUp();
      const id = randomBytes(24).toString('base64url');
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      steps.set(id, { person, lifetime, code, until: now() + codeLifetime, triesLeft: tries });
      return id;
    },
    of(id = '') {
      const step = steps.get(id);
      return step && now() < step.until ? step : undefined;
    },
    answer(id = '', code) {
      const step = steps.get(id);
      if (!step) return { state: 'over' };
      if (now() >= step.until) {
        steps.delete(id);
        return { state: 'expired' };
      }
      if (code === step.code) {
        steps.delete(id);
        return { state: 'right', step };
      }
      step.triesLeft -= 1;
      if (step.triesLeft > 0) return { state: 'wrong', triesLeft: step.triesLeft };
      steps.delete(id);
      return { state: 'over' };
    },
    forgetAll: () => steps.clear(),
  };
}
