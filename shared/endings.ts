import type { Reason } from './ending.ts';

/** Codes that state the end of a session, in small letters and without `-`, `_`, `.`. The place to add one. */
export const endings: Readonly<Record<string, Reason>> = {
  sessionexpired: 'expired',
  sessionrevoked: 'revoked',
  sessionnotfound: 'not-found',
};

/** Where replies carry a code. Of a path, such as that of `type` (RFC 9457 §3.1.1), it is the last segment. */
export const codes = ['/error_code', '/code', '/error/code', '/error', '/type'];

/** Codes of replies about something else than the session, which may well live on. */
export const elsewhere = /api.?key|magic.?link|exchange|credentials?$|passw|[cx]srf|insufficient/i;
