import type { Policy } from './policy.ts';

/** A reply that the page got: a `Response`, or its parts. */
export interface ObservedReply {
  url: string;
  status: number;
  type?: string;
  /** It came from another address than was asked: from the sign-in page, it may be. */
  redirected?: boolean;
  headers: { get(name: string): string | null };
  /** Parsed JSON or text, where the reply is not a `Response`. */
  body?: unknown;
  clone?(): ObservedReply;
  text?(): Promise<string>;
}

export interface ObserveOptions {
  /** Wall clock (`Date.now()`) at the request's start. Without it the reply slides nothing. */
  requestedAt?: number;
  /** The request's credentials mode; a reply to `omit` says nothing of the session. */
  credentials?: string;
}

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

/** A 2xx reply shows that the server saw a request of the session. Looks move nothing; a detour shows nothing. */
export function countsAsUse({ url, status, redirected }: ObservedReply, { sessionUrl }: Policy): boolean {
  return (
    status >= 200 && status < 300 && !redirected && url.split(/[?#]/)[0] !== sessionUrl?.split(/[?#]/)[0]
  );
}

/** Only these statuses may say that the session is over; only their bodies are ever read. */
export const mayEnd = ({ status }: ObservedReply, { endedStatuses }: Policy): boolean =>
  status === 401 || endedStatuses.includes(status);

/** Copied at once: the page reads its reply as soon as it has it. One that is read already says no more. */
export function copyOf(reply: ObservedReply): ObservedReply {
  try {
    return reply.clone?.() ?? reply;
  } catch {
    return { ...reply, url: reply.url, status: reply.status, headers: reply.headers };
  }
}
