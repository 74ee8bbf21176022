import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { at, second, start } from '../testing.ts';
import { useArcp } from './testing.ts';

const { clock, call, signIn, status } = useArcp();

describe('the debug view', () => {
  it('tells how the session stands, and moves nothing', async () => {
    const token = await signIn();
    clock.now += 20 * second;
    await call('/arcp/agents', { token });
    clock.now += 20 * second;
    await status(token);
    for (let asked = 0; asked < 3; asked += 1) await call('/arcp/debug/session', { token });
    expect((await call('/arcp/debug/session', { token })).json).toEqual({
      state: 'live',
      server_time: at(clock.now),
      token_expires_at: at(start + 600 * second),
      faults: { slow: false, bare: false },
      idle_timeout: 60,
      idle_expires_at: at(start + 80 * second),
      last_used_at: at(start + 20 * second),
      last_use: 'GET /arcp/agents',
      requests: 1,
      renewals: 0,
      looks: 1,
    });
  });

  it('tells no token, id or fingerprint', async () => {
    const token = await signIn();
    const { sid, jti, sub } = decodeJwt(token);
    const { text } = await call('/arcp/debug/session', { token });
    for (const secret of [token, sid, jti, sub, 'this-browser', 'ARCP"']) {
      expect(text).not.toContain(secret);
    }
  });

  it('tells a stranger nothing', async () => {
    const token = await signIn();
    const { json } = await call('/arcp/debug/session', { token, fingerprint: 'another-browser' });
    expect(json.state).toBe('not-found');
    expect((await call('/arcp/debug/session')).json).toEqual({
      state: 'no-token',
      server_time: at(clock.now),
    });
  });
});

it('answers late where that is switched on, and for that session only', async () => {
  const slow = await signIn();
  const quick = await signIn();
  await call('/arcp/debug/faults', { method: 'POST', token: slow, body: { slow: true, bare: 'yes' } });
  const took = async (work: Promise<unknown>) => {
    const since = performance.now();
    await work;
    return performance.now() - since;
  };
  expect(await took(status(slow))).toBeGreaterThan(240);
  expect(await took(call('/arcp/agents', { token: slow }))).toBeGreaterThan(240);
  expect(await took(call('/arcp/debug/session', { token: slow }))).toBeLessThan(200);
  expect(await took(status(quick))).toBeLessThan(200);
  expect((await call('/arcp/debug/session', { token: slow })).json.faults).toEqual({
    slow: true,
    bare: false,
  });
});
