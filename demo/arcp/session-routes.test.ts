import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { startDemo } from '../start.ts';
import { at, second, start } from '../testing.ts';
import { face } from './face.ts';
import { useArcp } from './testing.ts';

const { clock, call, signIn, status, renew } = useArcp();

describe('sign-in', () => {
  it('replies as ARCP does, and with the idle timeout that was granted', async () => {
    const { status: code, json } = await call('/arcp/auth/login?ttl=30s', {
      method: 'POST',
      body: { username: 'ARCP', password: 'ARCP' },
    });
    expect(code).toBe(200);
    expect(json).toEqual({
      access_token: expect.any(String) as unknown,
      token_type: 'bearer',
      expires_in: 300,
      agent_id: null,
      session_timeout: 30,
      user: { id: 'adm-5f2c81', name: 'Mara Lindholm', role: 'Administrator' },
    });
    const claims = decodeJwt(json.access_token as string);
    expect(claims).toMatchObject({ iat: start / second, exp: start / second + 300 });
    expect(claims.jti).toBeTruthy();
    expect(claims.sub).not.toContain('ARCP');
  });

  it.each([{ username: 'ARCP', password: 'wrong' }, { username: 'ARCP' }, 'ARCP', null, undefined])(
    'refuses %j, in words about credentials',
    async (body) => {
      const { status: code, headers, json } = await call('/arcp/auth/login', { method: 'POST', body });
      expect(code).toBe(401);
      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(json.type).toMatch(/authentication-failed$/);
      expect(JSON.stringify(json)).not.toMatch(/session/i);
    },
  );

  it('guesses neither a fingerprint nor a timeout', async () => {
    const body = { username: 'ARCP', password: 'ARCP' };
    expect((await call('/arcp/auth/login', { method: 'POST', body, fingerprint: '' })).status).toBe(400);
    expect((await call('/arcp/auth/login?ttl=60', { method: 'POST', body })).status).toBe(400);
  });
});

describe('a look', () => {
  it('states both ends', async () => {
    const token = await signIn();
    clock.now += 10 * second;
    expect((await status(token)).json).toEqual({
      valid: true,
      user_id: 'adm-5f2c81',
      role: 'admin',
      agent_id: null,
      expires: start / second + 600,
      is_admin: true,
      session_exists: true,
      pin_set: false,
      idle_expires_at: at(start + 60 * second),
    });
  });

  it('does not slide the idle timeout', async () => {
    const token = await signIn();
    for (let looks = 0; looks < 5; looks += 1) {
      clock.now += 10 * second;
      expect((await status(token)).json.idle_expires_at).toBe(at(start + 60 * second));
    }
    clock.now += 10 * second;
    expect((await status(token)).status).toBe(401);
  });
});

describe('use', () => {
  it.each(['/arcp/agents', '/arcp/metrics', '/arcp/config'])('%s slides the idle timeout', async (path) => {
    const token = await signIn();
    clock.now += 50 * second;
    expect((await call(path, { token })).status).toBe(200);
    clock.now += 50 * second;
    expect((await status(token)).json.idle_expires_at).toBe(at(start + 110 * second));
    clock.now += 10 * second;
    expect((await call(path, { token })).status).toBe(401);
  });

  it('saves a configuration, and refuses a wrong one by name', async () => {
    const token = await signIn();
    const { json: config } = await call('/arcp/config', { token });
    const changed = { ...config, shift_notes: 'All quiet.' };
    expect((await call('/arcp/config', { method: 'PUT', token, body: changed })).json).toEqual(changed);
    expect((await call('/arcp/config', { token })).json).toEqual(changed);

    const wrong = { ...changed, stale_after: '5' };
    const refused = await call('/arcp/config', { method: 'PUT', token, body: wrong });
    expect(refused).toMatchObject({ status: 422, json: { detail: expect.stringContaining('stale_after') } });
    expect((await call('/arcp/config', { token })).json).toEqual(changed);
  });
});

describe('what one person writes', () => {
  it('is not shown to the other', async () => {
    const [mara, tobias] = face.people;
    const token = await signIn(mara);
    const { json: config } = await call('/arcp/config', { token });
    const mine = { ...config, shift_notes: 'Between us.' };
    await call('/arcp/config', { method: 'PUT', token, body: mine });
    const other = await signIn(tobias);
    expect((await status(other)).json.user_id).toBe(tobias.id);
    expect((await renew(other)).json.user_id).toBe(tobias.id);
    const { json, text } = await call('/arcp/config', { token: other });
    expect(json.registry_name).toBe('Night registry');
    expect(text).not.toContain('Between us.');
    expect((await call('/arcp/config', { token })).json).toEqual(mine);
  });

  it('is not saved once the session is over, and its secret is never told', async () => {
    const token = await signIn();
    const { json: config } = await call('/arcp/config', { token });
    const secret = { ...config, vault_code: 'opens everything' };
    expect((await call('/arcp/config', { method: 'PUT', token, body: secret })).json).toEqual(config);
    clock.now += 60 * second;
    const late = { ...config, shift_notes: 'Too late.' };
    expect((await call('/arcp/config', { method: 'PUT', token, body: late })).status).toBe(401);
    const again = await call('/arcp/config', { token: await signIn() });
    expect(again.json).toEqual(config);
  });
});

describe('the end', () => {
  it('comes by idleness, as ARCP words it', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    const { status: code, headers, json } = await call('/arcp/config', { token });
    expect(code).toBe(401);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(json).toEqual({
      type: 'https://arcp.0x001.tech/docs/problems/session-expired',
      title: 'Session Expired',
      status: 401,
      detail: 'Admin session has expired after 60 seconds of inactivity',
      instance: '/arcp/config',
      timestamp: at(clock.now),
      request_id: expect.stringMatching(/^req_\w+$/) as unknown,
      session_timeout: 60,
      error_code: 'SESSION_EXPIRED',
    });
  });

  it('comes with the token, however busy the session was', async () => {
    const token = await signIn();
    for (let elapsed = 0; elapsed < 550; elapsed += 50) {
      clock.now += 50 * second;
      expect((await call('/arcp/agents', { token })).status).toBe(200);
    }
    clock.now += 50 * second;
    expect((await call('/arcp/agents', { token })).json.type).toMatch(/session-expired$/);
  });

  it('stays, even if the clock is set back', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    await status(token);
    clock.now -= 30 * second;
    expect((await status(token)).status).toBe(401);
    expect((await renew(token)).status).toBe(401);
  });

  it.each([
    ['restart', 'session-not-found', 'SESSION_NOT_FOUND'],
    ['revoke', 'session-revoked', 'SESSION_REVOKED'],
    ['expire', 'session-expired', 'SESSION_EXPIRED'],
  ])('by %s is told as %s', async (lever, type, code) => {
    const token = await signIn();
    await call(`/arcp/debug/${lever}`, { method: 'POST', token });
    for (const path of ['/arcp/auth/session_status', '/arcp/agents']) {
      const { status: replied, json } = await call(path, { token });
      expect(replied).toBe(401);
      expect(json).toMatchObject({ type: expect.stringMatching(`${type}$`) as unknown, error_code: code });
    }
  });

  it('by sign-out leaves nothing', async () => {
    const token = await signIn();
    expect((await call('/arcp/auth/logout', { method: 'POST', token })).status).toBe(204);
    expect((await status(token)).json.type).toMatch(/session-not-found$/);
  });

  it('is told tersely where that is switched on', async () => {
    const token = await signIn();
    await call('/arcp/debug/faults', { method: 'POST', token, body: { bare: true } });
    clock.now += 60 * second;
    const { json } = await status(token);
    expect(Object.keys(json)).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'instance',
      'timestamp',
      'request_id',
    ]);
  });
});

describe('renewing', () => {
  it('moves both ends and hands out a new token', async () => {
    const token = await signIn();
    clock.now += 50 * second;
    const { status: code, json } = await renew(token);
    expect(code).toBe(200);
    expect(json).toMatchObject({
      expires_at: at(start + 650 * second),
      idle_expires_at: at(start + 110 * second),
    });
    const { access_token: renewed } = json.token as { access_token: string };
    expect(renewed).not.toBe(token);
    clock.now += 50 * second;
    expect((await status(renewed)).json).toMatchObject({
      expires: start / second + 650,
      idle_expires_at: at(start + 110 * second),
    });
  });

  it.each(['GET', 'HEAD', 'PUT'])('is not done by %s', async (method) => {
    const token = await signIn();
    clock.now += 50 * second;
    expect((await call('/arcp/auth/renew', { method, token })).status).toBe(404);
    clock.now += 10 * second;
    expect((await status(token)).status).toBe(401);
  });

  it('is refused once the session is over, and changes nothing', async () => {
    const token = await signIn();
    clock.now += 60 * second;
    const { status: code, json } = await renew(token);
    expect(code).toBe(401);
    expect(json).not.toHaveProperty('token');
    expect((await status(token)).status).toBe(401);
  });

  it('is refused after a revocation and after a restart', async () => {
    for (const lever of ['revoke', 'restart']) {
      const token = await signIn();
      await call(`/arcp/debug/${lever}`, { method: 'POST', token });
      expect((await renew(token)).status).toBe(401);
    }
  });
});

describe('strangers', () => {
  it('with another fingerprint are refused, and slide nothing', async () => {
    const token = await signIn();
    clock.now += 50 * second;
    for (const fingerprint of ['another-browser', '']) {
      expect((await status(token, fingerprint)).json.type).toMatch(/session-invalid$/);
      expect((await call('/arcp/agents', { token, fingerprint })).status).toBe(401);
    }
    expect((await status(token)).json.idle_expires_at).toBe(at(start + 60 * second));
  });

  it('with no token, a forged one or one of another start are refused', async () => {
    const token = await signIn();
    const unsigned = `${btoa('{"alg":"none"}').replace(/=/g, '')}.${token.split('.')[1]}.`;
    for (const forged of [undefined, 'nonsense', `${token.slice(0, -4)}AAAA`, unsigned]) {
      expect((await call('/arcp/agents', { token: forged })).json.type).toMatch(/token-invalid$/);
      expect((await call('/arcp/debug/restart', { method: 'POST', token: forged })).status).toBe(401);
    }
    expect((await status(token)).status).toBe(200);

    const other = await startDemo({ now: () => clock.now });
    try {
      const reply = await fetch(`${other.url}/arcp/agents`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(await reply.json()).toMatchObject({ status: 401, title: 'Invalid or Expired Token' });
    } finally {
      await other.close();
    }
  });
});
