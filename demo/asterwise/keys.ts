import { randomBytes } from 'node:crypto';

export type KeyStatus = 'live' | 'test' | 'revoked';

/** An API key as the dashboard lists it: never whole. */
export interface ApiKey {
  id: string;
  name: string;
  hint: string;
  status: KeyStatus;
  scopes: string[];
  calls_24h: number;
  created_at: string;
  last_used_at: string | null;
}

type Row = [
  name: string,
  hint: string,
  status: KeyStatus,
  scopes: string[],
  calls: number,
  daysOld: number,
  secondsUnused: number,
];

const day = 86_400_000;

const rows: Row[] = [
  ['Mobile app', 'ast_live_7Kq…p2V', 'live', ['transits', 'moon'], 41_208, 412, 3],
  ['Nightly batch', 'ast_live_c0R…9xL', 'live', ['natal', 'ephemeris'], 18_664, 231, 22_140],
  ['Compatibility widget', 'ast_live_Wm4…t7H', 'live', ['synastry'], 9_127, 96, 41],
  ['Staging', 'ast_test_2fD…kQ8', 'test', ['natal', 'transits', 'synastry'], 312, 58, 1_870],
  ['Old partner feed', 'ast_live_9sB…e1A', 'revoked', ['moon'], 0, 803, 5_616_000],
];

export function initialKeys(now: number): ApiKey[] {
  return rows.map(([name, hint, status, scopes, calls_24h, daysOld, unused]) => ({
    id: `key_${hint.slice(9, 12).toLowerCase()}`,
    name,
    hint,
    status,
    scopes,
    calls_24h,
    created_at: new Date(now - daysOld * day).toISOString(),
    last_used_at: new Date(now - unused * 1000).toISOString(),
  }));
}

/** A new key, and its one whole showing. */
export function createKey(name: string, now: number): { key: ApiKey; secret: string } {
  const secret = `ast_live_${randomBytes(18).toString('base64url')}`;
  const key: ApiKey = {
    id: `key_${randomBytes(4).toString('hex')}`,
    name,
    hint: `${secret.slice(0, 12)}…${secret.slice(-3)}`,
    status: 'live',
    scopes: ['natal'],
    calls_24h: 0,
    created_at: new Date(now).toISOString(),
    last_used_at: null,
  };
  return { key, secret };
}
