import { beforeAll, expect, it } from 'vitest';
import { addressFrom, matchesAddress } from '../extension/profile/match.ts';
import { presetAt } from '../extension/profile/presets.ts';
import type { SiteProfile } from '../extension/profile/profile.ts';
import { readProfiles } from '../extension/profile/read-profile.ts';
import { meaningOf } from '../extension/profile/signs.ts';
import { readSource } from '../extension/profile/sources.ts';
import { readSession } from '../shared/read-session.ts';
import { builtFolder, second, start, useDemo, type Answer, type Call } from './testing.ts';
import { visitor, type Visitor } from './trust-leads/testing.ts';

// The extension's presets, against the systems that they are for, as they run here.
const { clock, call, origin } = useDemo(builtFolder);
const sites: Record<string, SiteProfile> = {};

beforeAll(() => {
  for (const name of ['arcp', 'asterwise', 'trust-leads']) {
    const { profiles, problems } = readProfiles(presetAt(name, `${origin()}/${name}/`));
    expect(problems).toBeUndefined();
    sites[name] = profiles![0]!;
  }
});

/** With `json`: what an observer in the page told; else what anybody sees. */
function meaning(
  name: string,
  path: string,
  { status, headers, json }: Answer,
  observed = true,
): string | undefined {
  const redirectTo = headers.get('Location') ?? undefined;
  const reply = {
    kind: 'reply',
    url: `${origin()}/${name}${path}`,
    method: 'GET',
    status,
    headers,
    redirectTo,
  } as const;
  const found = meaningOf(sites[name]!, { ...reply, ...(observed && { json }) });
  return found && [found.means, found.reason].filter(Boolean).join(' ');
}

/** The end that sources of replies find, in ms from now. */
function told(name: string, path: string, body: unknown): number[] {
  const site = sites[name]!;
  const times = { requestedAt: clock.now, receivedAt: clock.now };
  return site.expiry.flatMap((source) =>
    source.from === 'response' && matchesAddress(site, source.url, `${origin()}/${name}${path}`)
      ? (readSource(source, body, times).expiresAt ?? NaN) - clock.now
      : [],
  );
}

it('sign-ins lead to where somebody can sign in', async () => {
  const leads: Record<string, string> = {};
  for (const [name, site] of Object.entries(sites)) {
    let at = addressFrom(site, site.signIn!.url, `${origin()}/${name}/`)!;
    for (let hops = 0; hops < 5; hops += 1) {
      const { status, headers } = await call(at);
      if (status !== 302) break;
      at = new URL(headers.get('Location')!, at).href;
    }
    leads[name] = new URL(at).pathname;
  }
  expect(leads).toEqual({
    arcp: '/arcp/signin',
    asterwise: '/asterwise/signin',
    'trust-leads': '/trust-leads/signin',
  });
});

it('ARCP: life, use, and each way to end, with and without the body', async () => {
  const headers = { 'X-Client-Fingerprint': 'f' };
  const login = (password = 'ARCP') =>
    call('/arcp/auth/login', { method: 'POST', headers, body: { username: 'ARCP', password } });
  const signIn = async () => {
    const token = String((await login()).json.access_token);
    return (path: string, options: Call = {}) => call(`/arcp${path}`, { ...options, token, headers });
  };
  const say = (path: string, reply: Answer) => [
    meaning('arcp', path, reply),
    meaning('arcp', path, reply, false),
  ];

  expect(say('/auth/login', await login())).toEqual(['alive', 'alive']);
  expect(say('/auth/login', await login('wrong'))).toEqual([undefined, undefined]);
  let ask = await signIn();
  for (const path of ['/agents', '/metrics', '/config'])
    expect(say(path, await ask(path))).toEqual(['counted', 'counted']);
  for (const path of ['/', '/signin', '/signed-in', '/sso/done', '/debug/session', '/assets/dashboard.js'])
    expect(say(path, { ...(await ask(path)), status: 200 }), path).toEqual([undefined, undefined]);
  const status = await ask('/auth/session_status');
  expect(meaning('arcp', '/auth/session_status', status)).toBe('alive');
  expect(told('arcp', '/auth/session_status', status.json)).toEqual([600 * second]);

  for (const [lever, reason] of Object.entries({
    expire: 'expired',
    revoke: 'revoked',
    restart: 'not-found',
  })) {
    ask = await signIn();
    // Terse refusals name their kind all the same.
    if (lever === 'expire') await ask('/debug/faults', { method: 'POST', body: { bare: true } });
    await ask(`/debug/${lever}`, { method: 'POST', body: {} });
    expect(say('/agents', await ask('/agents'))).toEqual([`ended ${reason}`, 'ended']);
    expect(say('/auth/session_status', await ask('/auth/session_status'))).toEqual([
      `ended ${reason}`,
      'ended',
    ]);
  }
  ask = await signIn();
  expect(say('/auth/logout', await ask('/auth/logout', { method: 'POST' }))[1]).toBe('ended signed-out');
});

it('Asterwise: the end is told by two replies, and flows have no part in it', async () => {
  const signIn = async () => {
    const body = { username: 'vera@observatory.example', password: 'perihelion' };
    const reply = await call('/asterwise/api/session', { method: 'POST', body });
    const token = String(reply.json.session_token);
    return {
      reply,
      ask: (path: string, options: Call = {}) => call(`/asterwise${path}`, { ...options, token }),
    };
  };
  const say = (path: string, reply: Answer) => meaning('asterwise', path, reply);

  const { reply, ...first } = await signIn();
  let { ask } = first;
  expect([reply.status, say('/api/session', reply), told('asterwise', '/api/session', reply.json)]).toEqual([
    200,
    'alive',
    [60 * second],
  ]);
  const loaded = await ask('/api/dashboard');
  expect([say('/api/dashboard', loaded), told('asterwise', '/api/dashboard', loaded.json)]).toEqual([
    'alive',
    [60 * second],
  ]);
  expect(say('/debug/session', await ask('/debug/session'))).toBeUndefined();
  expect(told('asterwise', '/debug/session', {})).toEqual([]);
  for (const path of ['/api/v1/natal-chart', '/api/members/owner'])
    expect(say(path, await ask(path)), path).toBeUndefined();

  const flow = await call('/asterwise/api/verify', { method: 'POST', body: { email: 'a@b.example' } });
  expect([say('/api/verify', flow), told('asterwise', '/api/verify', flow.json)]).toEqual([undefined, []]);
  clock.now = start + 61 * second;
  const late = await call('/asterwise/api/verify', { token: String(flow.json.flow_token) });
  expect([late.json.error, say('/api/verify', late)]).toEqual(['session_expired', undefined]);

  for (const [lever, reason] of Object.entries({
    expire: 'expired',
    revoke: 'revoked',
    restart: 'not-found',
  })) {
    ({ ask } = await signIn());
    await ask(`/debug/${lever}`, { method: 'POST', body: {} });
    expect(say('/api/usage', await ask('/api/usage'))).toBe(`ended ${reason}`);
  }
  ({ ask } = await signIn());
  expect(say('/api/session', await ask('/api/session', { method: 'DELETE' }))).toBe('ended signed-out');
});

it('Trust Leads: looks, a renewal as the profile has it, and each way to end', async () => {
  const site = sites['trust-leads']!;
  const below = (url: string) => url.replace('/trust-leads', '');
  const say = (path: string, reply: Answer, observed = true) => meaning('trust-leads', path, reply, observed);
  const signedIn = async (): Promise<Visitor> => {
    const browser = visitor(call);
    await browser.signIn();
    return browser;
  };
  const look = async (browser: Visitor) => {
    const { json } = await browser.ask(below(site.look!.url));
    const { path, unit } = site.look!;
    return (
      readSession(json, { requestedAt: clock.now, receivedAt: clock.now, path, unit }).expiresAt! - clock.now
    );
  };

  let browser = await signedIn();
  expect(say('/api/session', await browser.look(), false)).toBe('alive');
  clock.now += 20 * second;
  expect(await look(browser)).toBe(40 * second);
  expect(say('/api/jobs', await browser.ask('/api/jobs'))).toBeUndefined();

  const renewal = site.keepFresh!;
  if (renewal.by !== 'request') throw new Error('It is renewed by a request.');
  const { name, header } = renewal.csrf!;
  const renewed = await browser.ask(below(renewal.url), {
    method: renewal.method,
    csrf: '',
    headers: { [header]: browser.cookies.get(name) ?? '' },
  });
  expect([renewed.status, say('/auth/refresh', renewed, false)]).toEqual([200, 'look']);
  expect(await look(browser)).toBe(60 * second);
  expect((await browser.ask(below(renewal.url), { method: 'POST', csrf: '' })).status).toBe(403);

  const refusals = ['/billing', '/account/password'];
  for (const path of refusals)
    expect(say(`/api${path}`, await browser.ask(`/api${path}`)), path).toBeUndefined();
  for (const [lever, reason] of Object.entries({
    expire: 'expired',
    revoke: 'revoked',
    restart: 'not-found',
  })) {
    browser = await signedIn();
    await browser.ask(`/debug/${lever}`, { method: 'POST', body: {} });
    expect(say('/api/jobs', await browser.ask('/api/jobs'))).toBe('look');
    const refused = await browser.refresh('page');
    expect([say('/auth/refresh', refused), say('/auth/refresh', refused, false)]).toEqual([
      `ended ${reason}`,
      'ended',
    ]);
    expect(say('/', await browser.ask('/'))).toBe('ended');
  }
  browser = await signedIn();
  const out = await browser.ask('/auth/sign-out', { method: 'POST' });
  expect(say('/auth/sign-out', out)).toBe('ended signed-out');
});
