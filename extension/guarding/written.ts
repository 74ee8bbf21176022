import type { InferInput } from 'valibot';
import type { profileDocument } from '../profile/profile.ts';

/** A site as it is written, before `readProfiles`: durations are texts, defaults are left out. */
export type WrittenSite = InferInput<typeof profileDocument>['sites'][number];
export type WrittenSource = NonNullable<WrittenSite['expiry']>[number];
export type WrittenSign = NonNullable<WrittenSite['signs']>[number];

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** `1h30m`: whole seconds, at least one. */
export function writtenDuration(ms: number): string {
  let left = Math.max(1, Math.floor(ms / 1000));
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    if (count) text += count + unit;
    left -= count * size;
  }
  return text;
}
