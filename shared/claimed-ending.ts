import { parse } from './answer.ts';
import type { Ending } from './ending.ts';
import type { ObservedReply } from './observe.ts';
import type { Policy } from './policy.ts';
import { readEnding } from './read-ending.ts';

const longestBody = 65_536;

/** What a refused reply says of the session. `copy`: nobody else reads it. */
export async function claimedEnding(copy: ObservedReply, policy: Policy): Promise<Ending | undefined> {
  const { status, headers } = copy;
  const long = Number(headers.get('content-length') ?? 0) > longestBody;
  let body = copy.text ? (long ? '' : await copy.text().catch(() => '')) : copy.body;
  if (typeof body === 'string') body = body.length > longestBody ? '' : (parse(body) ?? body);
  return readEnding({ status, headers, body }, policy);
}
