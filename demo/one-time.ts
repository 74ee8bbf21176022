import { randomBytes } from 'node:crypto';

export type Taken<T> =
  { value: T; problem?: undefined } | { value?: undefined; problem: 'unknown' | 'expired' };

/** Values behind keys that nobody can guess, each handed out once and only in time. */
export interface OneTime<T> {
  put(value: T): string;
  /** `unknown`: never given, or taken already. */
  take(key: string | undefined): Taken<T>;
}

export function createOneTime<T>(now: () => number, lifetime: number): OneTime<T> {
  const kept = new Map<string, { value: T; until: number }>();

  function cleanUp(): void {
    // Kept a while longer: who comes too late is told so.
    for (const [key, { until }] of kept) if (now() > until + 10 * lifetime) kept.delete(key);
  }

  return {
    put(value) {
      cleanUp();
      const key = randomBytes(24).toString('base64url');
      kept.set(key, { value, until: now() + lifetime });
      return key;
    },
    take(key = '') {
      const found = kept.get(key);
      kept.delete(key);
      if (!found) return { problem: 'unknown' };
      return now() < found.until ? { value: found.value } : { problem: 'expired' };
    },
  };
}
