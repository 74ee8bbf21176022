import { hash } from '../../shared/hash.ts';
import type { Unit } from '../../shared/moment.ts';
import type { Clock } from '../../shared/ports.ts';
import type { FromAgent, ToAgent } from '../messages.ts';
import type { ValueSource } from '../profile/profile.ts';
import { readSource, type SourceReading, type Times } from '../profile/sources.ts';

export type StoredSource = Extract<ToAgent, { order: 'read' }>['sources'][number];
export type Value = Extract<FromAgent, { say: 'value' }>;

export function valueOf(place: number, reading: SourceReading, times: Times): Value {
  const { expiresAt, relative, subject, problems } = reading;
  return {
    say: 'value',
    source: place,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(relative && { relative }),
    ...(subject !== undefined && { subject }),
    problems: problems.map(({ code }) => code.slice(0, 200)).slice(0, 10),
    requestedAt: times.requestedAt,
    receivedAt: times.receivedAt,
  };
}

/**
 * Reads the values of storage, and tells what they say: never a value itself. One that is as before is no new
 * reading, and what it says is counted from when it was first seen.
 */
export function createStoredValues(
  item: (source: StoredSource) => string | null,
  { wall }: Clock,
  tell: (value: Value) => void,
) {
  const known = new Map<string, { print: string; value: Value }>();

  function read(source: StoredSource): { print: string; value: Value } {
    const now = wall();
    const times = { requestedAt: now, receivedAt: now };
    const before = known.get(JSON.stringify(source));
    let raw: string | null;
    try {
      raw = item(source);
    } catch {
      // The page may be one to which the browser gives no storage.
      const value = valueOf(source.place, { problems: [{ code: 'storage-denied' }] }, times);
      return before?.print === 'denied' ? before : { print: 'denied', value };
    }
    const print = raw === null ? 'gone' : `value ${hash(raw)}`;
    if (before?.print === print) return before;
    const asSource = { ...source, from: 'storage', unit: source.unit as Unit } as ValueSource;
    return { print, value: valueOf(source.place, readSource(asSource, raw, times), times) };
  }

  /** @param anew also tells what was told before. */
  return (sources: readonly StoredSource[], anew: boolean) => {
    for (const source of sources) {
      const id = JSON.stringify(source);
      const found = read(source);
      if (!anew && known.get(id) === found) continue;
      known.set(id, found);
      tell(found.value);
    }
  };
}
