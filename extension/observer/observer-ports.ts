import type { Clock } from '../../shared/ports.ts';

// Taken at the start: what the page puts in their place later is not called.
const { now } = Date;
const mono = performance.now.bind(performance);
const set = globalThis.setTimeout?.bind(globalThis);

export const clock: Clock = { wall: () => now(), mono };

export const later = (ms: number, run: () => void): void => void set(run, ms);

export const channelName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
