import { parse } from './answer.ts';
import type { Ending } from './ending.ts';
import type { Policy } from './policy.ts';
import { readEnding } from './read-ending.ts';

/** A reply that the page got: a `Response`, or its parts. */
export interface ObservedReply {
  url: string;
  status: number;
  type?: string;
  headers: { get(name: string): string | null };
  /** Parsed JSON or text, where the reply is not a `Response`. */
  body?: unknown;
  clone?(): { text(): Promise<string> };
}

export interface ObserveOptions {
  /** Wall clock (`Date.now()`) at the request's start. Without it the reply slides nothing. */
  requestedAt?: number;
  /** The request's credentials mode; a reply to `omit` says nothing of the session. */
  credentials?: string;
}

const longestBody = 65_536;

/** Whether a reply may speak of the session at all: ours, readable, and sent with credentials. */
export function concernsSession(
  reply: ObservedReply,
  { credentials }: ObserveOptions,
  origins: readonly string[],
) {
  if (credentials === 'omit' || reply.status === 0 || reply.type?.startsWith('opaque')) return false;
  const origin = /^https?:\/\/[^/?#]+/.exec(reply.url)?.[0];
  return origin !== undefined && origins.includes(origin);
}

/** A 2xx reply shows that the server saw a request of the session. Looks move nothing. */
export function countsAsUse({ url, status }: ObservedReply, { sessionUrl }: Policy): boolean {
  return status >= 200 && status < 300 && url.split(/[?#]/)[0] !== sessionUrl?.split(/[?#]/)[0];
}

/** What a refused reply says of the session. Reads a body only for 401 and the configured statuses, from a clone. */
export async function claimedEnding(reply: ObservedReply, policy: Policy): Promise<Ending | undefined> {
  const { status, headers } = reply;
  if (status !== 401 && !policy.endedStatuses.includes(status)) return undefined;
  let { body } = reply;
  if (reply.clone) {
    const copy = reply.clone();
    body = Number(headers.get('content-length') ?? 0) > longestBody ? '' : await copy.text().catch(() => '');
  }
  if (typeof body === 'string') body = body.length > longestBody ? '' : (parse(body) ?? body);
  return readEnding({ status, headers, body }, policy);
}
