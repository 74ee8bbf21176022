import { randomBytes } from 'node:crypto';

/** Flat codes, as Asterwise documents them; those without its own words are ours. */
const kinds = {
  session_expired: { status: 401, message: 'Your session has expired. Please sign in again.' },
  session_revoked: { status: 401, message: 'This session was revoked. Please sign in again.' },
  session_not_found: { status: 401, message: 'No session belongs to this token. Please sign in again.' },
  session_required: { status: 401, message: 'A session token is required.' },
  invalid_credentials: { status: 401, message: 'Email or password is wrong.' },
  invalid_api_key: { status: 401, message: 'This API key is not known.' },
  magic_link_expired: { status: 401, message: 'This link has expired. Ask for a new one.' },
  exchange_code_invalid: { status: 401, message: 'This code is wrong or was used already.' },
  insufficient_scope: { status: 403, message: 'Only owners may do this.' },
  invalid_request: { status: 400, message: 'The request is not valid.' },
} as const;

export type RefusalCode = keyof typeof kinds;

export function refuse(code: RefusalCode, now: number, message?: string): Response {
  const { status, message: usual } = kinds[code];
  const body = {
    success: false,
    error: code,
    message: message ?? usual,
    details: [],
    retry_after: null,
    doc_url: `https://docs.asterwise.com/reference/errors/${code}`,
    request_id: `req_01H${randomBytes(6).toString('hex').toUpperCase()}`,
    timestamp: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  return Response.json(body, { status });
}
