const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

export const shortest = 10_000;
export const longest = 24 * 3_600_000;

/** `45s`, `60m`, `1h` in ms; anything else, or out of range, is `undefined`: a time-out is never guessed. */
export function readDuration(text: string): number | undefined {
  const found = /^(\d{1,5})([smh])$/.exec(text.trim());
  const unit = units[found?.[2] ?? ''];
  if (!found || unit === undefined) return undefined;
  const ms = Number(found[1]) * unit;
  return ms >= shortest && ms <= longest ? ms : undefined;
}

/** For sentences: `60 seconds`, `5 minutes`. */
export function sayDuration(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes >= 2 && Number.isInteger(minutes)) return `${minutes} minutes`;
  return `${Math.round(ms / 1000)} seconds`;
}
