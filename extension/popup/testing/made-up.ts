import type { Reason } from '../../../shared/ending.ts';
import { keyOf, newRecord } from '../../session/record.ts';
import { sessionKey, siteKey, type SessionRecord, type SiteState, type Stored } from '../../stored.ts';

const minute = 60_000;

/** A guarded site and its session, in the words of a story. Moments are ms from now. */
export interface MadeUp {
  name: string;
  host?: string;
  /** Absent: nothing says. `0`: alive without a known end. */
  endsIn?: number;
  /** What another source says. */
  otherIn?: number;
  ended?: Reason;
  /** Only by the clock. */
  passed?: true;
  code?: string;
  requestId?: string;
  signedOut?: true;
  /** The profile names no source. */
  watched?: true;
  canRenew?: boolean;
  profile?: object;
  state?: Partial<SiteState>;
  record?: Partial<SessionRecord>;
}

const signIn = { url: '/login' };

/** All that is stored of these sites, as the background would have written it. */
export function madeUp(now: number, sites: readonly MadeUp[]): Stored {
  const stored: Stored = {};
  const profiles = sites.map((made) => {
    const { name, host = `${slug(name)}.example`, watched, canRenew = true } = made;
    const id = slug(name);
    const record = recordOf(now, made, id, host);
    const endings = made.ended
      ? [{ at: now - 4 * minute, reason: made.ended, by: 'look', ...codes(made) }]
      : [];
    stored[siteKey(id)] = { guardedAt: now - 86_400_000, endings, ...made.state };
    stored[sessionKey(keyOf(record))] = record;
    return {
      id,
      name,
      match: [`https://${host}/*`],
      expiry: watched ? [] : [{ from: 'cookie', name: 'login', split: '|', part: 1 }, { from: 'look' }],
      look: { url: '/session' },
      signIn,
      ...(canRenew && { keepFresh: { by: 'request', url: '/renew', method: 'POST' } }),
      ...made.profile,
    };
  });
  return { profiles: { version: 1, sites: profiles }, ...stored };
}

const slug = (name: string) => name.toLowerCase().replace(/\W+/g, '-');
const codes = ({ code, requestId }: MadeUp) => ({ ...(code && { code }), ...(requestId && { requestId }) });

function recordOf(now: number, made: MadeUp, id: string, host: string): SessionRecord {
  const place = { site: id, store: '', host: '', isPrivate: false, page: `https://${host}/app` };
  const empty = newRecord(place);
  return { ...empty, tabs: 1, savedAt: now - minute, ...known(now, made), ...made.record };
}

function known(now: number, made: MadeUp): Partial<SessionRecord> {
  const { endsIn, otherIn, ended, passed, signedOut } = made;
  const readAt = now - 2 * minute;
  const fact = (left: number) => ({
    at: now + left,
    server: false,
    readAt,
    since: readAt,
    lifetime: left + 2 * minute,
  });
  const lifetime = 30 * minute;
  if (ended)
    return {
      facts: {
        held: true,
        aliveAt: now - 20 * minute,
        ended: {
          at: now - 4 * minute,
          here: false,
          ending: { reason: ended, certain: true, ...codes(made) },
        },
      },
    };
  if (passed) return { facts: { held: true, aliveAt: now - 20 * minute, passedAt: now - minute } };
  if (signedOut)
    return {
      facts: { held: false, ended: { at: now, here: false, ending: { reason: 'unknown', certain: true } } },
    };
  if (endsIn === undefined) return {};
  if (endsIn === 0) return { facts: { held: true, aliveAt: readAt } };
  return {
    facts: {
      held: true,
      aliveAt: readAt,
      stated: { at: now + endsIn, since: readAt, readAt, lifetime, whole: false },
    },
    told: otherIn === undefined ? { 0: fact(endsIn) } : { 0: fact(endsIn), 1: fact(otherIn) },
  };
}

/** Many, none like the other. */
export const manySites = (count: number): MadeUp[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `${kinds[at % kinds.length]} ${at + 1}`,
    ...(at % 11 === 3
      ? { ended: 'revoked' as const }
      : at % 7 === 5
        ? { endsIn: 0, watched: true as const }
        : {}),
    ...(at % 11 !== 3 && at % 7 !== 5 && { endsIn: (at * 7 + 3) * minute }),
  }));

const kinds = ['Payroll', 'Orders', 'Tickets', 'Wiki', 'Calendar', 'Invoices', 'Mail', 'Reports', 'Travel'];
