import type { Reason } from './ending.ts';
import type { Unit } from './moment.ts';

/** What a value states: the end as the server puts it, the end unless there is activity, or the last possible end. */
export type Limit = 'stated' | 'idle' | 'absolute';

/**
 * Where an end is stated, as JSON Pointers. `beside`: the member that must be there too to make it this
 * shape; without one the value counts unless the reply brings a token. No `unit`: any moment that
 * `readMoment` can tell.
 */
export type Shape = readonly [pointer: string, limit: Limit, beside?: string, unit?: Unit];

/** The known shapes, a row for each place of an end. The place to add one. */
export const shapes: readonly Shape[] = [
  ['/expires_at', 'stated'], // ONS design system, Ory Kratos
  ['/expiresAt', 'stated'], // Okta
  ['/session/expires_at', 'stated'],
  ['/session/expiresAt', 'stated'], // better-auth
  ['/expires_in', 'stated', '', 'in-s'], // counted as in RFC 6749 §5.1
  ['/idle_expires_at', 'idle'],
  ['/idleExpiresAt', 'idle'],
  ['/absolute_expires_at', 'absolute'],
  ['/absoluteExpiresAt', 'absolute'],
  ['/expires', 'stated', '/user'], // Auth.js
  ['/expires', 'stated', '/valid'], // ARCP
  ['/exp', 'stated', '/user'], // Payload
  ['/exp', 'stated', '/active'], // RFC 7662 §2.2
  ['/timeout', 'idle', '/live'], // login.gov
  ['/expiresInMs', 'idle', '/canBeExtended', 'in-ms'], // Kibana
  ['/session/timeout_at', 'idle', '/session/active'], // wonderwall, this and the next three
  ['/session/timeout_in_seconds', 'idle', '/session/active', 'in-s'],
  ['/session/ends_at', 'absolute', '/session/active'],
  ['/session/ends_in_seconds', 'absolute', '/session/active', 'in-s'],
];

/** With one of these an end is the token's, which the application may well renew in silence. */
export const tokens = ['/access_token', '/accessToken', '/id_token', '/session/access_token'];

/** Members that tell life from death: over when they are exactly `no`, alive when `true` or an object with members. */
export const signs: readonly (readonly [pointer: string, no: false | null, reason?: Reason])[] = [
  ['/session_exists', false, 'not-found'], // ARCP
  ['/session/active', false, 'expired'], // wonderwall: the idle limit passed, the absolute one not
  ['/active', false], // RFC 7662, which gives no reason on purpose; Ory Kratos
  ['/live', false], // login.gov
  ['/valid', false], // ARCP
  ['/authenticated', false],
  ['/user', null], // Payload
  ['/session', null],
];

/** Whether a renewal may succeed. */
export const renewable = '/canBeExtended'; // Kibana

/** Who is signed in; the first that is there. */
export const subjects = ['/sub', '/subject', '/user_id', '/user/id', '/user/email'];
