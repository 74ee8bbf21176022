import { parse } from './answer.ts';
import type { Ending } from './ending.ts';
import type { ObservedReply } from './observe.ts';
import type { Policy } from './policy.ts';
import { readEnding } from './read-ending.ts';

const longestBody = 65_536;

/** What a refused reply says of the session. Reads a clone of the body. */
export async function claimedEnding(reply: ObservedReply, policy: Policy): Promise<Ending | undefined> {
  const { status, headers } = reply;
  let { body } = reply;
  if (reply.clone) {
    const copy = reply.clone();
    body = Number(headers.get('content-length') ?? 0) > longestBody ? '' : await copy.text().catch(() => '');
  }
  if (typeof body === 'string') body = body.length > longestBody ? '' : (parse(body) ?? body);
  return readEnding({ status, headers, body }, policy);
}
