import { describe, expect, it } from 'vitest';
import fixture from '../../shared/fixtures/asterwise.expired.json';
import { readEnding } from '../../shared/read-ending.ts';
import { at, second, start, type Answer } from '../testing.ts';
import { refusals } from './assets/provoked.ts';
import { face } from './face.ts';
import { firstIntegration } from './integration.ts';
import { useAsterwise } from './testing.ts';

const { clock, api, signIn, startUp, pull } = useAsterwise();

const ending = ({ status, headers, json }: Answer) => readEnding({ status, headers, body: json });

describe('sign-in', () => {
  it('states the end, and hands out a token that tells nothing', async () => {
    const { status, json } = await api('session?ttl=30s', undefined, 'POST', face.people[0]);
    expect(status).toBe(200);
    expect(json).toEqual({
      success: true,
      session_token: expect.stringMatching(/^ast_sess_[\w-]{32}$/) as unknown,
      session: { expires_at: at(start + 30 * second), expires_in: 30 },
      user: { id: 'dev_8h2m0q', name: 'Vera Castell', role: 'Developer' },
    });
  });

  it.each([{ ...face.people[0], password: 'wrong' }, { username: 'vera' }, 'vera', null, undefined])(
    'refuses %j, in words about credentials',
    async (body) => {
      const reply = await api('session', undefined, 'POST', body);
      expect(reply).toMatchObject({ status: 401, json: { error: 'invalid_credentials' } });
      expect(ending(reply)).toBeUndefined();
    },
  );

  it('guesses no lifetime', async () => {
    for (const ttl of ['60', '9s', '25h', 'forever']) {
      expect((await api(`session?ttl=${ttl}`, undefined, 'POST', face.people[0])).status).toBe(400);
    }
  });
});

describe('the start-up request', () => {
  it('moves the end, states it, and brings all that the dashboard shows', async () => {
    const token = await signIn();
    clock.now += 50 * second;
    const { status, json } = await startUp(token);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      session: { expires_at: at(start + 110 * second), expires_in: 60 },
      usage: { series: expect.any(Array) as unknown, metrics: expect.any(Array) as unknown },
      keys: expect.any(Array) as unknown,
      user: { id: 'dev_8h2m0q' },
      integration: firstIntegration,
    });
    clock.now += 50 * second;
    expect((await startUp(token)).status).toBe(200);
  });

  it('revives nothing', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    expect((await startUp(token)).status).toBe(401);
    clock.now -= 30 * second;
    expect((await startUp(token)).status).toBe(401);
  });
});

describe('ordinary requests', () => {
  it.each(['usage', 'keys'])('%s does not move the end', async (path) => {
    const token = await signIn();
    for (let passed = 0; passed < 60; passed += 20) {
      expect((await api(path, token)).status).toBe(200);
      clock.now += 20 * second;
    }
    expect((await api(path, token)).status).toBe(401);
  });

  it('save the form whole, name what is wrong in it, and tell no secret again', async () => {
    const token = await signIn();
    const written = { ...firstIntegration, notes: 'Ask twice.', endpoints: ['moon', 'natal'] };
    const saved = await api('integration', token, 'PUT', { ...written, webhook_secret: 'whsec' });
    expect(saved.json).toEqual({ success: true, ...written, endpoints: ['natal', 'moon'] });
    const refused = await api('integration', token, 'PUT', { ...written, notes: 7 });
    expect(refused).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('notes') as unknown },
    });
    expect((await startUp(token)).json.integration).toEqual({ ...written, endpoints: ['natal', 'moon'] });
  });

  it('save nothing once the session is over', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    const late = { ...firstIntegration, notes: 'Too late.' };
    const reply = await api('integration', token, 'PUT', late);
    expect(reply).toMatchObject({ status: 401, json: { error: 'session_expired' } });
    expect((await startUp(await signIn())).text).not.toContain('Too late.');
  });

  it('show nobody what another person wrote', async () => {
    const [vera, johannes] = face.people;
    const mine = { ...firstIntegration, notes: 'Between Vera and us.' };
    await api('integration', await signIn('60s', vera), 'PUT', mine);
    const { json, text } = await startUp(await signIn('60s', johannes));
    expect(json.user).toMatchObject({ id: johannes.id, name: johannes.name });
    expect(text).not.toContain('Between Vera and us.');
    expect((await startUp(await signIn('60s', vera))).text).toContain('Between Vera and us.');
  });
});

describe('the end', () => {
  it('is worded as Asterwise documents it', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    const { status, headers, json } = await api('usage', token);
    expect(status).toBe(401);
    expect(headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(json).toEqual({
      ...fixture,
      request_id: expect.stringMatching(/^req_01H[0-9A-F]{12}$/) as unknown,
      timestamp: '2026-05-04T10:31:00Z',
    });
  });

  it.each([
    ['expire', 'session_expired', 'expired'],
    ['revoke', 'session_revoked', 'revoked'],
    ['restart', 'session_not_found', 'not-found'],
  ])('by %s is told as %s', async (lever, error, reason) => {
    const token = await signIn();
    await pull(lever, token);
    for (const path of ['dashboard', 'usage']) {
      const reply = await api(path, token);
      expect(reply).toMatchObject({ status: 401, json: { error } });
      expect(ending(reply)).toMatchObject({ reason, certain: true });
    }
  });

  it('by sign-out leaves nothing', async () => {
    const token = await signIn();
    expect((await api('session', token, 'DELETE')).status).toBe(204);
    expect((await api('usage', token)).json.error).toBe('session_not_found');
  });
});

describe('refusals about something else', () => {
  it.each(refusals)('$label is no ending', async ({ method, path }) => {
    const token = await signIn();
    const reply = await api(path, token, method);
    expect(reply.status).toBe(path.startsWith('members') ? 403 : 401);
    expect(reply.json.error).not.toMatch(/^session/);
    expect(ending(reply)).toBeUndefined();
    expect((await api('usage', token)).status).toBe(200);
  });

  it('a request without a session token is a hint at most', async () => {
    for (const token of [undefined, 'nonsense']) {
      const reply = await api('usage', token);
      expect(reply).toMatchObject({ status: 401, json: { error: 'session_required' } });
      expect(ending(reply)).toMatchObject({ certain: false });
    }
  });
});
