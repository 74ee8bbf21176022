import { expect } from 'vitest';
import type { Report } from './in-page/recorder.ts';

/** How far from a moment an event may be, in ms. A second early is what HTTP's whole-second `Date` costs. */
export interface Tolerance {
  early?: number;
  late?: number;
}

export function expectAt(entry: Report, moment: number, { early = 1100, late = 500 }: Tolerance = {}): void {
  const off = Math.round(entry.at - moment);
  expect(off, `${entry.kind}: ms after the moment it should come at`).toBeGreaterThanOrEqual(-early);
  expect(off, `${entry.kind}: ms after the moment it should come at`).toBeLessThanOrEqual(late);
}
