import { describe, expect, it } from 'vitest';
import { second, useDemo } from '../testing.ts';
import { mara, ssoVisitor, tobias } from './testing.ts';

const demo = useDemo();
const { clock, call, origin, identity } = demo;

const visitor = () => ssoVisitor(demo);
const minute = 60 * second;
const stranger = 'https://elsewhere.example';

/** An address with other parameters. */
function changed(address: string, change: Record<string, string | undefined>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}

describe('signing in with a provider of another site', () => {
  it('goes there, comes back with a code, and ends with a session', async () => {
    const browser = visitor();
    const authorize = await browser.start();
    expect(new URL(authorize).origin).toBe(identity());
    expect(new URL(identity()).hostname).not.toBe(new URL(origin()).hostname);
    expect((await browser.go(authorize)).text).toContain('<b>ARCP</b> asks who you are');

    const callback = await browser.signIn(authorize);
    expect(callback).toMatch(`${origin()}/arcp/sso/callback?`);
    const { status, json } = await browser.finish(callback);
    expect(status).toBe(200);
    expect(json.user).toMatchObject({ name: 'Mara Lindholm' });
    const headers = { 'X-Client-Fingerprint': 'this-browser' };
    const look = await call('/arcp/auth/session_status', { token: json.access_token as string, headers });
    expect(look.json).toMatchObject({ valid: true, user_id: 'adm-5f2c81' });
  });

  it('asks nothing of whom the provider remembers, for five minutes, unless asked to', async () => {
    const browser = visitor();
    await browser.signIn(await browser.start(), tobias);
    clock.now += 4 * minute;
    const silent = await browser.go(await browser.start());
    expect(silent.status).toBe(303);
    expect((await browser.finish(silent.headers.get('Location') ?? '')).json.user).toMatchObject({
      name: 'Tobias Okafor',
    });
    expect((await browser.go(await browser.start('?prompt=login'))).status).toBe(200);
    clock.now += 2 * minute;
    expect((await browser.go(await browser.start())).status).toBe(200);
  });

  it('forgets on demand', async () => {
    const browser = visitor();
    await browser.signIn(await browser.start());
    expect((await browser.go(`${identity()}/`)).text).toContain('Hello, Mara');
    await browser.go(`${identity()}/forget`, { method: 'POST' });
    expect((await browser.go(`${identity()}/`)).text).toContain('Nobody is signed in');
    expect((await browser.go(await browser.start())).status).toBe(200);
  });

  it('keeps the way back, and the lifetime, out of the provider’s sight', async () => {
    const browser = visitor();
    const query = '?return_to=%2Farcp%2F%3Fcover&then=close&ttl=30s';
    const authorize = await browser.start(query);
    expect(authorize).not.toContain('cover');
    const done = await browser.go(await browser.signIn(authorize));
    expect(done.headers.get('Location')).toBe(`/arcp/sso/done${query}`);
  });

  it.each([`${stranger}/`, '//elsewhere.example/', '/\\elsewhere.example', 'javascript:alert(1)'])(
    'leads nowhere else for %j as the way back',
    async (wanted) => {
      const browser = visitor();
      const callback = await browser.signIn(
        await browser.start(`?${new URLSearchParams({ return_to: wanted })}`),
      );
      for (const address of [callback, await browser.start()]) {
        const sent = (await browser.go(address)).headers.get('Location') ?? '';
        expect([origin(), identity()]).toContain(new URL(sent, origin()).origin);
      }
    },
  );

  it('says that an account is missing here, and signs nobody in', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start(), 'ilse@northgate.example');
    const { status, text } = await browser.go(callback);
    expect(status).toBe(403);
    expect(text).toContain('Ilse Brandt');
    expect([...browser.cookies.keys()].join()).not.toContain('ticket');
  });

  it('says that somebody turned back', async () => {
    const browser = visitor();
    const { origin: provider, searchParams } = new URL(await browser.start());
    const body = new URLSearchParams([...searchParams, ['cancel', 'yes']]);
    const back = await browser.go(`${provider}/login`, { method: 'POST', body });
    expect((await browser.go(back.headers.get('Location') ?? '')).text).toContain('You turned back');
  });
});

describe('the state', () => {
  it.each([['made-up'], [undefined]])('%j is not known', async (state) => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    const { status, text } = await browser.go(changed(callback, { state }));
    expect(status).toBe(400);
    expect(text).toContain('This sign-in is not known here');
  });

  it('is good once', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    expect((await browser.finish(callback)).status).toBe(200);
    expect((await browser.go(callback)).text).toContain('This sign-in is not known here');
  });

  it('is good in the browser that began, and in no other', async () => {
    const callback = await visitor().signIn(await visitor().start());
    const victim = visitor();
    await victim.start();
    expect((await victim.go(callback)).text).toContain('This sign-in is not known here');
  });

  it('is good for a minute', async () => {
    const browser = visitor();
    const authorize = await browser.start();
    clock.now += minute;
    expect((await browser.go(await browser.signIn(authorize))).text).toContain('That took too long');
  });
});

describe('the code', () => {
  const exchange = (callback: string, change: Record<string, string> = {}) =>
    call(`${identity()}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'arcp',
        client_secret: 'a guess',
        redirect_uri: `${origin()}/arcp/sso/callback`,
        code: new URL(callback).searchParams.get('code') ?? '',
        ...change,
      }),
    });

  it('is worth nothing without the system’s secret, and is spent by the attempt', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    expect(await exchange(callback)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await browser.go(callback)).text).toContain('refused the code');
  });

  it('is refused when it is brought again under a new state', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    await browser.finish(callback);
    const fresh = new URL(await browser.start()).searchParams.get('state') ?? '';
    const { status, text } = await browser.go(changed(callback, { state: fresh }));
    expect(status).toBe(400);
    expect(text).toContain('It was used already');
  });

  it('is refused when it is older than a minute', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    clock.now += minute;
    const fresh = new URL(await browser.start()).searchParams.get('state') ?? '';
    expect((await browser.go(changed(callback, { state: fresh }))).text).toContain('older than a minute');
  });
});

describe('the provider', () => {
  it.each<[what: string, change: Record<string, string | undefined>, named: string]>([
    ['a system it does not know', { client_id: 'nobody' }, 'No system is registered'],
    ['another way back', { redirect_uri: `${stranger}/callback` }, 'not the one that ARCP is registered'],
    ['a way back that only begins alike', { redirect_uri: '/more' }, 'not the one that ARCP is registered'],
    ['no state', { state: undefined }, 'A state is missing'],
    ['another kind of answer', { response_type: 'token' }, 'must be “code”'],
  ])('sends nobody anywhere for %s, and names it', async (_, wrong, named) => {
    const browser = visitor();
    const authorize = await browser.start();
    const longer = { redirect_uri: `${origin()}/arcp/sso/callback/more` };
    const change = wrong.redirect_uri === '/more' ? longer : wrong;
    for (const reply of [
      await browser.go(changed(authorize, change)),
      await browser.go(`${identity()}/login`, {
        method: 'POST',
        body: new URL(changed(authorize, { ...change, email: mara, password: 'northgate' })).searchParams,
      }),
    ]) {
      expect(reply.status).toBe(400);
      expect(reply.headers.get('Location')).toBeNull();
      expect(reply.text).toContain(named);
    }
    expect([...browser.cookies.keys()].join()).not.toContain('northgate');
  });

  it('refuses a wrong password, and keeps the account chosen', async () => {
    const browser = visitor();
    const { searchParams } = new URL(await browser.start());
    const body = new URLSearchParams([...searchParams, ['email', tobias], ['password', 'guess']]);
    const { status, text } = await browser.go(`${identity()}/login`, { method: 'POST', body });
    expect(status).toBe(401);
    expect(text).toMatch(/value="tobias@northgate.example"\s+checked/);
  });

  it('takes no form of another site', async () => {
    const browser = visitor();
    const { searchParams } = new URL(await browser.start());
    for (const site of ['cross-site', 'same-site']) {
      const reply = await browser.go(`${identity()}/login`, {
        method: 'POST',
        body: new URLSearchParams([...searchParams, ['email', mara], ['password', 'northgate']]),
        headers: { 'Sec-Fetch-Site': site },
      });
      expect(reply.status).toBe(403);
    }
  });

  it('opens its pages apart from whoever led to them, holds nothing inline, and runs no script', async () => {
    const browser = visitor();
    for (const address of [await browser.start(), `${identity()}/`, `${identity()}/nowhere`]) {
      const { headers, text } = await browser.go(address);
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Content-Security-Policy')).toContain(`form-action 'self' ${origin()};`);
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script/i);
      for (const [, file = ''] of text.matchAll(/(?:src|href)="(\/[^"]+\.(?:css|svg))"/g))
        expect((await call(identity() + file)).status, file).toBe(200);
    }
  });
});

describe('the ticket for the page’s token', () => {
  it('is good once, in a cookie that no script reads', async () => {
    const browser = visitor();
    const callback = await browser.signIn(await browser.start());
    const { headers } = await browser.go(callback);
    const ticket = headers.getSetCookie().find((set) => set.startsWith('arcp-sso-ticket='));
    expect(ticket).toMatch(/; Path=\/arcp\/sso; HttpOnly; SameSite=Strict$/);
    const kept = new Map(browser.cookies);
    const redeem = () =>
      browser.go('/arcp/sso/redeem', { method: 'POST', headers: { 'X-Client-Fingerprint': 'b' } });
    expect((await redeem()).status).toBe(200);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await redeem()).status).toBe(401);
  });

  it('is good for a minute, and not without a fingerprint', async () => {
    const browser = visitor();
    await browser.go(await browser.signIn(await browser.start()));
    expect((await browser.go('/arcp/sso/redeem', { method: 'POST' })).status).toBe(400);
    clock.now += minute;
    const headers = { 'X-Client-Fingerprint': 'this-browser' };
    expect((await browser.go('/arcp/sso/redeem', { method: 'POST', headers })).status).toBe(401);
  });
});
