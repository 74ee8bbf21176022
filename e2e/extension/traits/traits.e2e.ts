import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPageOf } from '../../../extension/profile/match.ts';
import type { SiteProfile } from '../../../extension/profile/profile.ts';
import { readProfiles } from '../../../extension/profile/read-profile.ts';
import { meaningOf } from '../../../extension/profile/signs.ts';
import { readCookies, readSource, type Cookie } from '../../../extension/profile/sources.ts';
import { readSession } from '../../../shared/read-session.ts';
import { traits } from './index.ts';
import { openTraits, type TraitsServer } from './server.ts';
import { life } from './trait.ts';

const start = Date.UTC(2026, 4, 4, 10, 30);
const clock = { now: start };
const times = () => ({ requestedAt: clock.now, receivedAt: clock.now });
let server: TraitsServer;

beforeEach(async () => {
  clock.now = start;
  server = await openTraits({ now: () => clock.now });
});
afterEach(() => server.close());

const names = Object.keys(traits);
const named = (begin: RegExp) => names.filter((name) => begin.test(name));
const below = (name: string, path: string) => new URL(`/${name}${path}`, server.urlOf(name)).href;
const get = (name: string, path = '/') => server.ask(below(name, path));

function profileOf(name: string): SiteProfile {
  const read = readProfiles(server.profileOf(name));
  expect(read.problems).toBeUndefined();
  return read.profiles![0]!;
}

/** As a browser would keep them. */
function kept(reply: Response): Cookie[] {
  return reply.headers.getSetCookie().map((line) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, maxAge] = /Max-Age=(\d+)/.exec(line) ?? [];
    return { name, value, ...(maxAge && { expirationDate: clock.now / 1000 + Number(maxAge) }) };
  });
}

/** The end that the first source of a trait reads from what the server sends, in ms from now. */
async function readEnd(name: string): Promise<number | undefined> {
  const site = profileOf(name);
  const source = site.expiry[0]!;
  const read = async () => {
    switch (source.from) {
      case 'cookie':
        return readCookies(source, kept(await get(name)), times());
      case 'storage': {
        const [, value] = /setItem\('[^']+', (".*")\)/.exec(await (await get(name)).text()) ?? [];
        return readSource(source, JSON.parse(value ?? '""'), times());
      }
      case 'header':
        return readSource(source, (await get(name, '/api/data')).headers.get(source.name), times());
      case 'response':
        return readSource(source, await (await get(name, '/auth/token')).json(), times());
      case 'look': {
        const reply = await get(name, '/api/session');
        const body: unknown = await reply.json().catch(() => undefined);
        return reply.ok ? readSession(body, { ...times(), path: site.look?.path }) : undefined;
      }
      case 'idle':
        return { expiresAt: clock.now + source.timeout };
      case 'element':
        return undefined;
    }
  };
  const end = (await read())?.expiresAt;
  return end && end - clock.now;
}

describe.each(names)('%s', (name) => {
  it('has a profile that is taken, and a page that it matches', async () => {
    expect(profileOf(name)).toMatchObject({ id: name });
    expect(isPageOf(profileOf(name), server.urlOf(name))).toBe(true);
    const reply = await get(name);
    expect([reply.status, reply.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  });
});

const withSource = names.filter((name) => traits[name]!.rules('').expiry?.length);

it.each(withSource)('%s: its source reads the end that the table expects', async (name) => {
  const { endsWithin } = traits[name]!.expects;
  const read = await readEnd(name);
  if (endsWithin) expect(Math.abs(read! - endsWithin)).toBeLessThanOrEqual(1000);
  // An idle limit has not begun before it was used.
  else if (!/^idle/.test(name)) expect(read).toBeUndefined();
});

it.each(named(/^end-/))('%s: alive before the end, over after it, by the signs alone', async (name) => {
  const site = profileOf(name);
  const meaning = async () => {
    const reply = await get(name, '/api/data');
    const { status, headers } = reply;
    const json: unknown = await reply.json().catch(() => undefined);
    const redirectTo = headers.get('Location') ?? undefined;
    return meaningOf(site, {
      kind: 'reply',
      url: below(name, '/api/data'),
      method: 'GET',
      status,
      headers,
      json,
      redirectTo,
    });
  };
  expect((await meaning())?.means).toBe('alive');
  server.session.end();
  const [, status] = /(\d+)$/.exec(name) ?? [];
  if (status) expect((await get(name, '/api/data')).status).toBe(Number(status));
  // There the page shows it.
  if (name === 'end-form') return;
  const { means, reason } = (await meaning()) ?? {};
  expect([means, reason]).toEqual(['ended', traits[name]!.then![0]!.expects.ended]);
});

it('the parent domain, a path elsewhere and what scripts may read are as the names say', async () => {
  const line = async (name: string) => (await get(name)).headers.getSetCookie()[0];
  expect(await line('cookie-parent')).toContain('Domain=traits.localhost; Path=/cookie-parent');
  expect(await line('cookie-path')).toContain('Path=/cookie-path/app');
  expect(await line('cookie-httponly')).toContain('HttpOnly');
  expect(await line('cookie-moment')).not.toContain('HttpOnly');
  expect(await line('cookie-empty')).toBe('ends=; Path=/cookie-empty');
  expect(await line('cookie-of-the-browser')).not.toMatch(/Max-Age|Expires/);
  expect(profileOf('cookie-per-host').match).toEqual([
    `http://127.0.0.1:${server.port}/cookie-per-host/*`,
    `http://localhost:${server.port}/cookie-per-host/*`,
  ]);
  expect(profileOf('cookie-parent').hosts).toEqual([`http://traits.localhost:${server.port}/*`]);
});

describe('the session', () => {
  it('ends when it is told to, and lives again', () => {
    const { session } = server;
    session.expireIn(5000);
    expect(session.alive).toBe(true);
    clock.now += 5000;
    expect(session.alive).toBe(false);
    session.extend();
    expect([session.alive, session.extensions]).toEqual([false, 0]);
    session.revive();
    expect(session.expiresAt).toBe(clock.now + life);
    session.end();
    expect([session.alive, session.expiresAt]).toEqual([false, clock.now]);
  });

  it('that is over shows a page without cookies, and one can sign in again', async () => {
    server.session.end();
    const reply = await get('cookie-moment');
    expect([reply.headers.getSetCookie(), await reply.text()]).toEqual([
      [],
      expect.stringContaining('signed out'),
    ]);
    const signedIn = await server.ask(below('cookie-moment', '/login'), { method: 'POST' });
    expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([303, '/cookie-moment/']);
    expect(server.session.alive).toBe(true);
  });

  it('is moved by what slides it, and by no look but the one that is none', async () => {
    const before = () => server.session.extensions;
    for (const name of named(/^look-(?!extends|slow)/)) await get(name, '/api/session');
    await get('idle-counted', '/ping');
    expect(before()).toBe(0);
    await get('look-extends', '/api/session');
    await get('idle-counted', '/api/data');
    await get('idle-cookie', '/api/data');
    await server.ask(below('idle-input', '/active'), { method: 'POST' });
    await get('renew-by-load');
    expect(before()).toBe(5);
  });
});

it('a renewal wants the session’s cookie and the token of the other one', async () => {
  const renew = async (name: string, cookie: string, token: string) =>
    (
      await server.ask(below(name, '/auth/renew'), {
        method: 'POST',
        headers: { Cookie: cookie, 'X-XSRF-Token': token },
      })
    ).status;
  expect(await renew('renew-post', '', 't0ken/1')).toBe(401);
  expect(await renew('renew-post', 'sid=opaque', '')).toBe(403);
  expect(await renew('renew-post', 'sid=opaque', 't0ken/1')).toBe(200);
  expect(await renew('renew-token', 'sid=opaque', 't0ken%2F1')).toBe(200);
  expect(server.session.extensions).toBe(2);
  server.session.end();
  expect(await renew('renew-post', 'sid=opaque', 't0ken/1')).toBe(401);
});

it('pages forbid what their names say', async () => {
  const headers = async (name: string) => (await get(name)).headers;
  expect((await headers('policy-none')).get('Content-Security-Policy')).toContain("default-src 'none'");
  expect((await headers('policy-isolated')).get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect((await headers('policy-trusted-types')).get('Content-Security-Policy')).toContain(
    "trusted-types 'none'",
  );
  expect((await headers('policy-sandbox')).get('Content-Security-Policy')).toMatch(/^sandbox /);
  for (const name of named(/^policy-/)) expect(await (await get(name)).text()).not.toContain('<script');
  expect(await (await get('no-keep-fresh')).text()).toContain(
    '<meta name="session-guard" content="no-keep-fresh">',
  );
});

it('every request is noted, and no value of a secret', async () => {
  const reply = await fetch(below('cookie-moment', '/?a=1'), {
    headers: { Cookie: 'b=secret; a=secret', 'X-CSRF-Token': 'secret', Authorization: 'Bearer secret' },
  });
  expect(reply.status).toBe(200);
  expect(server.asked).toMatchObject([
    {
      host: `127.0.0.1:${server.port}`,
      method: 'GET',
      path: '/cookie-moment/',
      at: start,
      cookies: ['a', 'b'],
      headers: { 'x-csrf-token': 'there', authorization: 'there' },
    },
  ]);
  expect(JSON.stringify(server.asked)).not.toContain('secret');
  expect(server.askedOf('cookie-moment')).toEqual(['GET /']);
  expect(server.askedOf('cookie-moment', '/api')).toEqual([]);
  server.forget();
  expect(server.asked).toEqual([]);
});

it('a name that is none is told', () => expect(() => server.urlOf('cookie-cake')).toThrow('cookie-cake'));
