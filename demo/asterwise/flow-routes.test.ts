import { expect, it } from 'vitest';
import { at, second, start } from '../testing.ts';
import { useAsterwise } from './testing.ts';

const { clock, api, signIn, startUp, pull } = useAsterwise();

const email = 'new@observatory.example';

async function begin(ttl = '60s') {
  const { json } = await api(`verify?ttl=${ttl}`, undefined, 'POST', { email });
  return { json, token: json.flow_token as string, code: json.demo_mailbox as string };
}

it('begins with a session of its own, and states its end', async () => {
  const { json } = await begin('30s');
  expect(json).toMatchObject({
    email,
    verified: false,
    session: { expires_at: at(start + 30 * second), expires_in: 30 },
  });
  expect(json.flow_token).not.toContain(json.flow_id);
});

it('exchanges the mailed code for a key, which the dashboard then lists without its secret', async () => {
  const { token, code } = await begin();
  expect((await api('verify/code', token, 'POST', { code })).json.verified).toBe(true);
  const { json } = await api('verify/key', token, 'POST', { name: ' Weekly mail ' });
  expect(json).toMatchObject({ key: { name: 'Weekly mail' }, secret: expect.stringMatching(/^ast_live_/) });
  const { text } = await startUp(await signIn());
  expect(text).toContain('Weekly mail');
  expect(text).not.toContain(json.secret);
});

it('gives no key without the code', async () => {
  const { token, code } = await begin();
  const wrong = code === '000000' ? '111111' : '000000';
  for (const reply of [
    await api('verify/code', token, 'POST', { code: wrong }),
    await api('verify/key', token, 'POST', { name: 'Mine' }),
  ]) {
    expect(reply).toMatchObject({ status: 401, json: { error: 'exchange_code_invalid' } });
  }
  expect((await api('verify', token)).json.verified).toBe(false);
});

it('is moved by nothing, and cannot be recovered', async () => {
  const { token, code } = await begin();
  clock.now += 50 * second;
  expect((await api('verify/code', token, 'POST', { code })).status).toBe(200);
  expect((await api('verify', token)).json.session).toEqual({
    expires_at: at(start + 60 * second),
    expires_in: 10,
  });
  clock.now += 10 * second;
  expect((await api('verify/key', token, 'POST', { name: 'Mine' })).json.error).toBe('session_expired');
});

it('is over when the key is made', async () => {
  const { token, code } = await begin();
  await api('verify/code', token, 'POST', { code });
  await api('verify/key', token, 'POST', { name: 'Mine' });
  expect((await api('verify', token)).json.error).toBe('session_not_found');
});

it('opens no dashboard, and a dashboard’s session no flow', async () => {
  const { token } = await begin();
  expect((await startUp(token)).json.error).toBe('session_required');
  expect((await api('usage', token)).json.error).toBe('session_required');
  expect((await api('verify', await signIn())).json.error).toBe('session_required');
});

it('wants an email address', async () => {
  for (const body of [{ email: 'nobody' }, {}, undefined]) {
    expect((await api('verify', undefined, 'POST', body)).status).toBe(400);
  }
});

it('is forgotten by a restart', async () => {
  const { token } = await begin();
  await pull('restart', token);
  expect((await api('verify', token)).json.error).toBe('session_not_found');
});
