import { expect, test } from 'vitest';
import { beforeTelling } from './looks.ts';
import { readPolicy } from './policy.ts';

test('one look covers a warning, though its answer moves the same end by less than a second on our clock', () => {
  const policy = readPolicy({ warnBefore: '90s' }).policy;
  const end = {
    at: 600_000,
    since: 0,
    limit: 'stated',
    lifetime: 600_000,
    estimate: false,
    whole: true,
  } as const;
  for (const dice of [0, 0.5, 1]) {
    const look = beforeTelling(end, policy, dice, end.since)!;
    expect(beforeTelling({ ...end, at: end.at + 900 }, policy, dice, look), `dice ${dice}`).toBeUndefined();
  }
});
