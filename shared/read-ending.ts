import type { Ending } from './ending.ts';
import { elsewhere } from './endings.ts';
import { readTexts } from './json-pointer.ts';
import { codesIn, namedEnding } from './named-ending.ts';

/** A reply, as far as an ending can be read from it. */
export interface EndingReply {
  status: number;
  headers: { get(name: string): string | null };
  /** Parsed JSON, or text. */
  body: unknown;
}

/**
 * Reads whether a reply says that the session is over, and why.
 *
 * Certain are: a code of `endings.ts` at 401, 403 or a declared status; `invalid_token` in `WWW-Authenticate`
 * at 401 (RFC 6750 §3.1); a declared status by itself. A bare 401 is a hint only (`certain: false`).
 *
 * @param options.endedStatuses statuses of 4xx (but 407 and 429) that the site declares to end its session, such
 * as 419. Default: none.
 * @returns `undefined` for a reply that says nothing of the session's end: one about something else (an API key,
 * a wrong password, a step-up as in RFC 9470 …), HTML in place of JSON, and every other status. Never throws,
 * whatever the body.
 */
export function readEnding(
  { status, headers, body }: EndingReply,
  { endedStatuses = [] }: { endedStatuses?: readonly number[] } = {},
): Ending | undefined {
  const declared = endedStatuses.includes(status) && /^4(?!07|29)\d\d$/.test(String(status));
  if (!declared && status !== 401 && status !== 403) return undefined;

  const named = namedEnding(body);
  const challenge = /\berror="?(\w+)/i.exec(headers.get('www-authenticate') ?? '')?.[1] ?? '';
  const refused = status === 401 && challenge === 'invalid_token';
  // HTML where JSON was asked may be a proxy's or a captive portal's: it does not speak for the session.
  const hint = status === 401 && !(typeof body === 'string' && /^\s*</.test(body));
  if (!named && !(declared || refused || hint)) return undefined;
  if (
    !named &&
    codesIn(body)
      .concat(challenge ?? [])
      .some((code) => elsewhere.test(code))
  )
    return undefined;

  const requestIds = readTexts(body, ['/request_id', '/requestId']).concat(headers.get('x-request-id') ?? '');
  const [detail] = readTexts(body, ['/detail', '/message', '/error/message']);
  return {
    // Above 403 only a declared status comes here: 419 and 440 mean just this.
    reason: status > 403 ? 'expired' : 'unknown',
    code: refused ? challenge : undefined,
    ...named,
    certain: !!named || declared || refused,
    requestId: requestIds.find((id) => /^[\w.:-]{1,64}$/.test(id)),
    // No user info, which would read as the host, and no query, which could carry anything.
    docUrl: readTexts(body, ['/doc_url', '/type']).find((url) => /^https?:\/\/[^\s?@]+$/i.test(url)),
    // Law 7: as in `problem.ts`.
    detail: detail
      ?.replace(/[\w\-+/=~.]{20,}/g, '…')
      .trim()
      .slice(0, 300),
  };
}
