import { settle, type Expiry, type Facts, type Reading } from './facts.ts';
import type { Policy } from './policy.ts';

/** When the newest of what is known was asked for. */
export const newest = ({ aliveAt, ended, countedAt }: Facts): number =>
  Math.max(aliveAt ?? -Infinity, ended?.at ?? -Infinity, countedAt ?? -Infinity);

/** The facts as readings that another tab can take: the newest of each expiry, or the ending. */
export function known(facts: Facts, policy: Policy, now: number): Reading[] {
  const { ended, aliveAt, stated, statedIdle, absolute, canRenew, skew, subject } = facts;
  const times = (requestedAt: number) => ({ requestedAt, receivedAt: requestedAt, skew, subject });
  if (ended) return [{ source: 'observed', ...times(ended.at), ended: withoutDetail(ended.ending) }];
  if (aliveAt === undefined || settle(facts, policy, now).passedAt !== undefined) return [];

  const source = facts.source!;
  const expiry = ({ at, server, since, lifetime, whole, readAt }: Expiry, idle?: boolean): Reading => ({
    source,
    ...times(readAt),
    alive: { expiry: { at, server }, idle, canRenew, first: { since, lifetime, whole } },
  });
  const readings = [stated && expiry(stated), statedIdle && expiry(statedIdle, true)]
    .filter((each) => !!each)
    .sort((a, b) => a.requestedAt - b.requestedAt);
  if (readings.at(-1)?.requestedAt !== aliveAt)
    readings.push({ source, ...times(aliveAt), alive: { canRenew } });
  readings.at(-1)!.absolute = absolute;
  return readings;
}

/** What the server says in words is for the person who asked. */
const withoutDetail = ({ reason, certain, code, requestId, docUrl }: NonNullable<Reading['ended']>) => ({
  reason,
  certain,
  code,
  requestId,
  docUrl,
});
