import { expect, it } from 'vitest';
import { at, second, start } from '../testing.ts';
import { idOf } from './sessions.ts';
import { useAsterwise } from './testing.ts';

const { clock, call, api, signIn, startUp, pull, believed } = useAsterwise();

it('tells how the session stands, and moves and counts nothing', async () => {
  const token = await signIn();
  clock.now += 20 * second;
  await startUp(token);
  clock.now += 20 * second;
  await api('usage', token);
  for (let asked = 0; asked < 3; asked += 1) await believed(token);
  expect(await believed(token)).toEqual({
    state: 'live',
    server_time: at(clock.now),
    faults: { slow: false },
    kind: 'dashboard',
    expires_at: at(start + 80 * second),
    lifetime: 60,
    started_at: at(start),
    renewed_at: at(start + 20 * second),
    renewals: 1,
    requests: 1,
  });
});

it('tells no token, no digest and no user', async () => {
  const token = await signIn();
  const { text } = await call('/asterwise/debug/session', { token });
  for (const secret of [token, idOf(token), 'vera']) expect(text).not.toContain(secret);
});

it('tells a stranger nothing', async () => {
  await signIn();
  const server_time = at(clock.now);
  expect(await believed()).toEqual({ state: 'no-token', server_time });
  expect(await believed('ast_sess_0123456789abcdef')).toMatchObject({ state: 'not-found', server_time });
});

it('lets no stranger pull a lever', async () => {
  const token = await signIn();
  for (const lever of ['restart', 'revoke', 'expire', 'faults']) {
    for (const stranger of [undefined, 'nonsense', 'ast_sess_0123456789abcdef']) {
      expect((await pull(lever, stranger)).status).toBe(401);
    }
  }
  expect((await believed(token)).state).toBe('live');
});

it.each([
  ['expire', 'expired'],
  ['revoke', 'revoked'],
  ['restart', 'not-found'],
])('%s leaves the session %s', async (lever, state) => {
  const token = await signIn();
  expect((await pull(lever, token)).json.state).toBe(state);
});

it('answers late where that is switched on, and for that session only', async () => {
  const slow = await signIn();
  const quick = await signIn();
  await pull('faults', slow, { slow: true });
  const took = async (work: Promise<unknown>) => {
    const since = performance.now();
    await work;
    return performance.now() - since;
  };
  expect(await took(api('usage', slow))).toBeGreaterThan(240);
  expect(await took(believed(slow))).toBeLessThan(200);
  expect(await took(api('usage', quick))).toBeLessThan(200);
});
