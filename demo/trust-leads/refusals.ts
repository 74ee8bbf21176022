import type { Context } from 'hono';
import type { SessionEnv } from '../answer-late.ts';
import type { RefusalForm, TrustLeads } from './trust-leads.ts';

/** Every refusal; only the first three say that a session is over. All but the first are additions of this demo. */
const refusals = {
  SESSION_EXPIRED: [401, 'Your session has expired. Please sign in again.'],
  SESSION_REVOKED: [401, 'This session was ended from elsewhere. Please sign in again.'],
  SESSION_NOT_FOUND: [401, 'This session is not known here. Please sign in again.'],
  NOT_SIGNED_IN: [401, 'Please sign in.'],
  ACCESS_TOKEN_EXPIRED: [401, 'The access token has run out. Refresh it and try again.'],
  INVALID_CREDENTIALS: [401, 'Email or password is wrong.'],
  CODE_WRONG: [401, 'That is not the code.'],
  CODE_TOO_OLD: [401, 'That code is older than five minutes. Please begin again.'],
  SIGN_IN_AGAIN: [
    401,
    'This code is good no more: it was used, or three others were tried. Please begin again.',
  ],
  WRONG_PASSWORD: [401, 'The current password is wrong. Nothing was changed.'],
  API_KEY_INVALID: [401, 'No such API key.'],
  PERMISSION_DENIED: [403, 'Only the owner of this workspace may see its billing.'],
  CSRF_TOKEN_INVALID: [403, 'X-CSRF-Token is missing, or not the one in the cookie.'],
  LEAD_NOT_FOUND: [404, 'No such lead.'],
  INVALID_INPUT: [400, 'The request could not be understood.'],
  JSON_REQUIRED: [415, 'The body must be application/json.'],
} as const;

export type RefusalCode = keyof typeof refusals;

export function refuse(
  c: Context<SessionEnv>,
  { faults }: TrustLeads,
  code: RefusalCode,
  detail?: string,
): Response {
  const [status, message] = refusals[code];
  return c.json(body(faults.of(c.get('sessionId')).form, code, detail ?? message), status);
}

// The documents show the first, and so does what names no session; clients of such products meet all three.
function body(form: RefusalForm, code: RefusalCode, message: string): object {
  if (form === 'error') return { error: code, message };
  if (form === 'error.code') return { error: { code, message } };
  return { code, message };
}
