import { expect, test } from 'vitest';
import { madeUp } from './testing/made-up.ts';
import { suggestionsIn } from './suggestions.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const end = (at: number) => ({ at, lastRequestAt: at - 30 * minute, changed: [] });
const watch = (...ends: number[]) => ({ since: 0, now: { changes: [] }, ends: ends.map(end) });

test('two ends that agree suggest something, one does not, and what was declined is not said again', () => {
  const day = 86_400_000;
  const stored = madeUp(now, [
    { name: 'Two', watched: true, state: { watch: watch(now - 2 * day, now - day) } as object },
    { name: 'One', watched: true, state: { watch: watch(now - day) } as object },
    {
      name: 'Declined',
      watched: true,
      state: { watch: watch(now - 2 * day, now - day), declined: [`idle:${30 * minute}`] } as object,
    },
  ]);
  expect([...suggestionsIn(stored)]).toEqual(['two']);
});
