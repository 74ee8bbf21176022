import type { Clock } from '../../shared/ports.ts';
import type { AgentOrders } from '../messages.ts';
import { matchesAddress, matchesStatus } from '../profile/match.ts';

/** A request as the browser's own time line has it. */
export type Entry = Pick<
  PerformanceResourceTiming,
  | 'entryType'
  | 'initiatorType'
  | 'name'
  | 'startTime'
  | 'responseStatus'
  | 'transferSize'
  | 'redirectStart'
  | 'requestStart'
>;

type Sign = AgentOrders['signs'][number];

const kinds = /^(navigation|fetch|xmlhttprequest|beacon|i?frame)$/;

/** Which sign of the orders a request's reply is: the first that holds. */
export function signOf(orders: AgentOrders, entry: Entry): Sign | undefined {
  const { responseStatus: status, name } = entry;
  // Without a status it failed, was left, or is of an origin that does not tell.
  if (!status || !kinds.test(entry.initiatorType)) return undefined;
  // What was asked led elsewhere, and the status is of there. A document is known by where it came from.
  if (entry.entryType === 'resource' && entry.redirectStart > 0) return undefined;
  // From a cache: no server said so. Refusals are not kept; where a worker of the page sends, they have no size.
  if (status < 400 && !entry.transferSize) return undefined;
  return orders.signs.find(
    (sign) =>
      sign.url !== undefined &&
      (sign.status === undefined || matchesStatus(sign.status, status)) &&
      matchesAddress(orders, sign.url, name) &&
      !sign.except?.some((glob) => matchesAddress(orders, glob, name)),
  );
}

const span = 10_000;
const most = 300;

/** How many of so many requests are looked at, the newest first: a page that floods must cost little. */
export function createBudget({ mono }: Clock): (count: number) => number {
  let since = -Infinity;
  let left = 0;
  return (count) => {
    if (mono() - since >= span) [since, left] = [mono(), most];
    const taken = Math.min(left, count);
    left -= taken;
    return taken;
  };
}
