import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { readEnding } from '../../shared/read-ending.ts';
import { readSession } from '../../shared/read-session.ts';
import { at, second, start, useDemo, type Answer } from '../testing.ts';
import { emptyEntry } from './entry.ts';
import { face } from './face.ts';
import { visitor } from './testing.ts';

const { clock, call } = useDemo();

const [ada, samir] = face.people;
const user = { id: ada.id };

async function signedIn(ttl?: string) {
  const browser = visitor(call);
  await browser.signIn(ttl);
  return browser;
}

const ending = ({ status, headers, json }: Answer) => readEnding({ status, headers, body: json });

describe('sign-in', () => {
  it('leaves two cookies that no script can read, and two that one can', async () => {
    const browser = visitor(call);
    const { status, headers, json } = await browser.signIn('120s');
    expect(status).toBe(200);
    expect(json).toEqual({
      session: { expires_at: at(start + 120 * second) },
      user,
      access_token_expires_in: 20,
    });
    for (const [name, readable] of [
      ['access', false],
      ['refresh', false],
      ['csrf', true],
      ['refreshes', true],
    ]) {
      const cookie = headers.getSetCookie().find((set) => set.startsWith(`trust-leads-${name}=`));
      expect(cookie).toContain('; Path=/trust-leads;');
      expect(cookie).toContain('; SameSite=Lax');
      expect(cookie?.includes('; HttpOnly')).toBe(!readable);
    }
    expect(decodeJwt(browser.cookies.get('trust-leads-access') ?? '')).toEqual({
      sid: expect.any(String) as unknown,
      iat: start / second,
      exp: start / second + 20,
    });
  });

  it('gives the access token a sixth of the session, and five seconds at least', async () => {
    expect((await visitor(call).signIn()).json.access_token_expires_in).toBe(10);
    expect((await visitor(call).signIn('10s')).json.access_token_expires_in).toBe(5);
  });

  it.each([{ username: 'ada@trustleads.example', password: 'wrong' }, 'ada', null, undefined])(
    'refuses %j, in words about credentials',
    async (body) => {
      const answer = await visitor(call).ask('/auth/sign-in', { method: 'POST', body });
      expect(answer).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(ending(answer)).toBeUndefined();
    },
  );

  it('guesses no lifetime, and takes no form of a stranger', async () => {
    expect((await visitor(call).signIn('60')).status).toBe(400);
    const body = { username: 'ada@trustleads.example', password: 'intact' };
    const headers = { 'Content-Type': 'text/plain' };
    const answer = await visitor(call).ask('/auth/sign-in', { method: 'POST', body, headers });
    expect(answer).toMatchObject({ status: 415, json: { code: 'JSON_REQUIRED' } });
  });
});

describe('a look', () => {
  it('states the end of the session', async () => {
    const browser = await signedIn();
    clock.now += 10 * second;
    expect((await browser.look()).json).toEqual({ session: { expires_at: at(start + 60 * second) }, user });
  });

  it('moves nothing, and needs no access token', async () => {
    const browser = await signedIn();
    const cookies = new Map(browser.cookies);
    for (let looks = 0; looks < 5; looks += 1) {
      clock.now += 10 * second;
      const { headers, json } = await browser.look();
      expect(json).toEqual({ session: { expires_at: at(start + 60 * second) }, user });
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(browser.cookies).toEqual(cookies);
    clock.now += 10 * second;
    expect(ending(await browser.look())).toMatchObject({ reason: 'expired', certain: true });
  });

  it('of a browser that sends no cookies is answered as if nobody ever signed in', async () => {
    const answer = await visitor(call).look();
    expect(answer).toMatchObject({ status: 401, json: { code: 'NOT_SIGNED_IN' } });
    expect(ending(answer)).toMatchObject({ reason: 'unknown', certain: false });
  });
});

describe('a refresh', () => {
  it('moves the end, replaces both tokens, and states the session’s end beside the token’s', async () => {
    const browser = await signedIn();
    const before = new Map(browser.cookies);
    clock.now += 50 * second;
    const { status, json } = await browser.refresh();
    expect(status).toBe(200);
    expect(json).toEqual({
      session: { expires_at: at(start + 110 * second) },
      user,
      access_token_expires_in: 10,
    });
    const times = { requestedAt: clock.now, receivedAt: clock.now };
    expect(readSession(json, times)).toMatchObject({ expiresAt: start + 110 * second, problems: [] });
    for (const name of ['access', 'refresh', 'refreshes'].map((each) => `trust-leads-${each}`)) {
      expect(browser.cookies.get(name)).not.toBe(before.get(name));
    }
    expect(browser.cookies.get('trust-leads-csrf')).toBe(before.get('trust-leads-csrf'));
  });

  it('of tabs that race is answered to both', async () => {
    const browser = await signedIn();
    const slower = visitor(call, new Map(browser.cookies));
    await browser.refresh('page');
    clock.now += 9 * second;
    expect((await slower.refresh('page')).status).toBe(200);
    expect(slower.cookies.get('trust-leads-refresh')).toBe(browser.cookies.get('trust-leads-refresh'));
  });

  it('with a token replaced long ago ends the session for all that hold one', async () => {
    const browser = await signedIn();
    const thief = visitor(call, new Map(browser.cookies));
    await browser.refresh('page');
    clock.now += 10 * second;
    expect((await thief.refresh()).json.code).toBe('SESSION_REVOKED');
    expect(ending(await browser.look())).toMatchObject({ reason: 'revoked', certain: true });
  });

  it.each(['', 'made-up'])(
    'with the CSRF token %j is refused, which says nothing of the session',
    async (csrf) => {
      const browser = await signedIn();
      for (const [path, method] of [
        ['/auth/refresh', 'POST'],
        ['/auth/sign-out', 'POST'],
        ['/api/leads/ld-4821', 'PUT'],
        ['/debug/revoke', 'POST'],
      ] as const) {
        const answer = await browser.ask(path, { method, csrf });
        expect(answer).toMatchObject({ status: 403, json: { code: 'CSRF_TOKEN_INVALID' } });
        expect(ending(answer)).toBeUndefined();
      }
      expect((await browser.look()).json).toEqual({ session: { expires_at: at(start + 60 * second) }, user });
    },
  );

  it.each(['GET', 'HEAD', 'PUT'])('is not done by %s', async (method) => {
    const browser = await signedIn();
    clock.now += 50 * second;
    expect((await browser.ask('/auth/refresh', { method })).status).toBe(404);
    clock.now += 10 * second;
    expect((await browser.look()).status).toBe(401);
  });

  it('is refused once the session is over, and leaves nothing', async () => {
    const browser = await signedIn();
    clock.now += 60 * second;
    const answer = await browser.refresh();
    expect(answer.json).toEqual({
      code: 'SESSION_EXPIRED',
      message: 'Your session has expired. Please sign in again.',
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await browser.look()).status).toBe(401);
  });
});

describe('the access token', () => {
  it.each(['/api/leads', '/api/jobs', '/api/searches'])('opens %s, which slides nothing', async (path) => {
    const browser = await signedIn();
    clock.now += 9 * second;
    expect((await browser.ask(path)).status).toBe(200);
    expect((await browser.look()).json).toEqual({ session: { expires_at: at(start + 60 * second) }, user });
  });

  it('that has run out is not the end of the session, and says so', async () => {
    const browser = await signedIn();
    clock.now += 10 * second;
    const answer = await browser.ask('/api/leads');
    expect(answer).toMatchObject({ status: 401, json: { code: 'ACCESS_TOKEN_EXPIRED' } });
    expect(ending(answer)?.certain).toBe(false);
    expect((await browser.refresh('page')).status).toBe(200);
    expect((await browser.ask('/api/leads')).status).toBe(200);
  });

  it('forged or gone is as one that has run out', async () => {
    const browser = await signedIn();
    const name = 'trust-leads-access';
    const [head, claims] = (browser.cookies.get(name) ?? '').split('.');
    for (const forged of [`${head}.${claims}.AAAA`, `${btoa('{"alg":"none"}')}.${claims}.`, 'nonsense', '']) {
      browser.cookies.set(name, forged);
      expect((await browser.ask('/api/leads')).json.code).toBe('ACCESS_TOKEN_EXPIRED');
    }
  });

  it('does not outlive a session that was ended', async () => {
    const browser = await signedIn();
    await browser.ask('/debug/revoke', { method: 'POST' });
    expect((await browser.ask('/api/leads')).json.code).toBe('SESSION_REVOKED');
  });
});

describe('the end', () => {
  it.each([
    ['restart', 'SESSION_NOT_FOUND', 'not-found'],
    ['revoke', 'SESSION_REVOKED', 'revoked'],
    ['expire', 'SESSION_EXPIRED', 'expired'],
  ])('by %s is told as %s, wherever the code stands', async (lever, code, reason) => {
    for (const form of ['code', 'error', 'error.code']) {
      const browser = await signedIn();
      await browser.ask('/debug/faults', { method: 'POST', body: { form } });
      await browser.ask(`/debug/${lever}`, { method: 'POST' });
      for (const [path, method] of [
        ['/api/session', 'GET'],
        ['/api/jobs', 'GET'],
        ['/auth/refresh', 'POST'],
      ] as const) {
        const answer = await browser.ask(path, { method });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
        expect(ending(answer)).toMatchObject({ reason, code, certain: true });
        if (form === 'error.code' && lever !== 'restart') {
          expect(answer.json).toEqual({ error: { code, message: expect.any(String) as unknown } });
        }
      }
    }
  });

  it('stays, even if the clock is set back', async () => {
    const browser = await signedIn();
    clock.now += 60 * second;
    await browser.look();
    clock.now -= 30 * second;
    expect((await browser.look()).json.code).toBe('SESSION_EXPIRED');
    expect((await browser.refresh()).json.code).toBe('SESSION_EXPIRED');
  });

  it('by sign-out leaves no cookie and no session', async () => {
    const browser = await signedIn();
    const kept = visitor(call, new Map(browser.cookies));
    expect((await browser.ask('/auth/sign-out', { method: 'POST' })).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    expect((await browser.look()).json.code).toBe('NOT_SIGNED_IN');
    expect((await browser.refresh()).json.code).toBe('NOT_SIGNED_IN');
    expect((await kept.look()).json.code).toBe('SESSION_NOT_FOUND');
  });
});

describe('refusals about something else', () => {
  it.each([
    ['a wrong password', '/api/account/password', 401, 'WRONG_PASSWORD'],
    ['a missing right', '/api/billing', 403, 'PERMISSION_DENIED'],
    ['an API key', '/api/leads', 401, 'API_KEY_INVALID'],
  ])('%s ends nothing', async (what, path, status, code) => {
    const browser = await signedIn();
    const password = what === 'a wrong password';
    const answer = await browser.ask(path, {
      method: password ? 'PUT' : 'GET',
      body: password ? { current: 'guess' } : undefined,
      headers: what === 'an API key' ? { Authorization: 'Bearer lfk_sk_made_up' } : {},
    });
    expect(answer).toMatchObject({ status, json: { code } });
    expect(ending(answer)).toBeUndefined();
    expect((await browser.look()).status).toBe(200);
  });
});

describe('a browser that blocks cookies', () => {
  it('signs in, and is a stranger with the next request', async () => {
    const browser = await signedIn();
    browser.cookies.set('trust-leads-refresh', 'kept from before');
    const body = { username: 'ada@trustleads.example', password: 'intact' };
    const signIn = await browser.ask('/auth/sign-in?cookies=blocked', { method: 'POST', body });
    expect(signIn.status).toBe(200);
    expect(signIn.headers.getSetCookie()).toEqual([]);
    expect((await browser.ask('/api/session?cookies=blocked')).json.code).toBe('NOT_SIGNED_IN');
  });
});

it('keeps what was written about a lead, beyond the session that wrote it', async () => {
  const browser = await signedIn();
  const entry = { ...emptyEntry, stage: 'won', notes: 'Signed this morning.' };
  const written = await browser.ask('/api/leads/ld-4802', { method: 'PUT', body: entry });
  expect(written.json).toMatchObject({ id: 'ld-4802', ...entry });
  const wrong = await browser.ask('/api/leads/ld-4802', { method: 'PUT', body: { ...entry, stage: 'sold' } });
  expect(wrong).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('stage') as unknown },
  });
  expect((await browser.ask('/api/leads/ld-0', { method: 'PUT', body: entry })).status).toBe(404);
  await browser.ask('/debug/restart', { method: 'POST' });

  const { json } = await (await signedIn()).ask('/api/leads');
  expect(json.leads).toContainEqual(expect.objectContaining({ id: 'ld-4802', ...entry }));
});

it('saves nothing once the session is over, and never tells a password', async () => {
  const browser = await signedIn();
  const put = (body: object) => browser.ask('/api/leads/ld-4788', { method: 'PUT', body });
  const secret = { ...emptyEntry, portal_password: 'open sesame' };
  expect((await put(secret)).json).toEqual({ id: 'ld-4788', ...emptyEntry });
  clock.now += 60 * second;
  expect((await put({ ...emptyEntry, notes: 'Too late.' })).status).toBe(401);
  const { text } = await (await signedIn()).ask('/api/leads');
  expect(text).not.toContain('Too late.');
  expect(text).not.toContain('open sesame');
});

it('shows nobody what another person wrote', async () => {
  const browser = await signedIn();
  const entry = { ...emptyEntry, notes: 'Between Ada and us.' };
  await browser.ask('/api/leads/ld-4788', { method: 'PUT', body: entry });
  const other = visitor(call);
  await other.signInTwice(samir);
  expect((await other.look()).json.user).toEqual({ id: samir.id });
  const { text } = await other.ask('/api/leads');
  expect(text).toContain('Rang twice');
  expect(text).not.toContain('Between Ada and us.');
});
