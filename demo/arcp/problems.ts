import { randomBytes } from 'node:crypto';

/** Problem types as ARCP names them; `session-revoked` and `session-not-found` are additions of this demo. */
const kinds = {
  'authentication-failed': { status: 401, title: 'Authentication Failed', code: 'AUTHENTICATION_FAILED' },
  'token-invalid': { status: 401, title: 'Invalid or Expired Token', code: 'TOKEN_INVALID' },
  'session-invalid': { status: 401, title: 'Session Validation Failed', code: 'SESSION_INVALID' },
  'session-expired': { status: 401, title: 'Session Expired', code: 'SESSION_EXPIRED' },
  'session-revoked': { status: 401, title: 'Session Revoked', code: 'SESSION_REVOKED' },
  'session-not-found': { status: 401, title: 'Session Not Found', code: 'SESSION_NOT_FOUND' },
  'required-header-missing': { status: 400, title: 'Required Header Missing', code: 'HEADER_MISSING' },
  'invalid-input': { status: 400, title: 'Invalid Input', code: 'INVALID_INPUT' },
  'validation-failed': { status: 422, title: 'Validation Failed', code: 'VALIDATION_FAILED' },
  'not-found': { status: 404, title: 'Not Found', code: 'NOT_FOUND' },
} as const;

export type ProblemKind = keyof typeof kinds;

export interface ProblemInput {
  kind: ProblemKind;
  detail: string;
  instance: string;
  now: number;
  /** Seconds; only replies about an idle end state it. */
  sessionTimeout?: number;
  /** As the running server may send it: without `error_code` and `session_timeout`. */
  bare?: boolean;
}

export function problemResponse({
  kind,
  detail,
  instance,
  now,
  sessionTimeout,
  bare,
}: ProblemInput): Response {
  const { status, title, code } = kinds[kind];
  const body = {
    type: `https://arcp.0x001.tech/docs/problems/${kind}`,
    title,
    status,
    detail,
    instance,
    timestamp: new Date(now).toISOString(),
    request_id: `req_${randomBytes(5).toString('hex')}`,
    ...(bare ? {} : { session_timeout: sessionTimeout, error_code: code }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="arcp"');
  return new Response(JSON.stringify(body), { status, headers });
}
