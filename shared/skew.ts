/** Server clock minus local clock, in ms, as an interval that holds the truth. */
export interface Skew {
  early: number;
  late: number;
}

/**
 * What one reply says about the skew: the server wrote `serverNow` after the request left and before the reply
 * came, and cut it to whole `resolution` (1 s for the `Date` header, RFC 9110 §6.6.1).
 */
export function skewSample(
  serverNow: number,
  requestedAt: number,
  receivedAt: number,
  resolution = 1000,
): Skew {
  return { early: serverNow - receivedAt, late: serverNow + resolution - requestedAt };
}

/** Where the server's now follows from one end told as a moment and as a duration, rounded to seconds either way. */
export const roundedSample = (serverNow: number, requestedAt: number, receivedAt: number): Skew =>
  skewSample(serverNow - 1000, requestedAt, receivedAt, 2000);

/** Samples narrow each other; one that contradicts the rest (a clock was set) starts afresh. */
export function intersect(known: Skew | undefined, sample: Skew): Skew {
  if (!known) return sample;
  const both = { early: Math.max(known.early, sample.early), late: Math.min(known.late, sample.late) };
  return both.early > both.late ? sample : both;
}
