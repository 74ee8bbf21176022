import { expect } from 'vitest';
import type { Report } from './in-page/recorder.ts';

/**
 * How far from a moment an event may be, in ms. The defaults leave room for a busy machine; what is reached on
 * a quiet one is for the benchmark. A second early is what HTTP's whole-second `Date` costs, and the time that
 * a reply took comes on top.
 */
export interface Tolerance {
  early?: number;
  late?: number;
}

export function expectAt(entry: Report, moment: number, { early = 3000, late = 1500 }: Tolerance = {}): void {
  const off = Math.round(entry.at - moment);
  expect(off, `${entry.kind}: ms after the moment it should come at`).toBeGreaterThanOrEqual(-early);
  expect(off, `${entry.kind}: ms after the moment it should come at`).toBeLessThanOrEqual(late);
}
