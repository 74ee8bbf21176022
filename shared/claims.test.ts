import { expect, it } from 'vitest';
import type { ObserveOptions } from './observe.ts';
import type { Settings } from './policy.ts';
import { createWorld } from './testing/world.ts';

const minute = 60_000;
const sessionUrl = 'https://app.example/session';

async function signedIn(settings: Settings) {
  const world = createWorld();
  world.server.expiresAt = world.server.now() + 20 * minute;
  const tab = await world.open(settings);
  if (!settings.sessionUrl) tab.guard.start({ expiresIn: 1200 });
  await world.pass(minute);
  async function reply(
    status: number,
    body: unknown = '',
    { url = 'https://app.example/api', ...options }: { url?: string } & ObserveOptions = {},
  ) {
    tab.guard.observe(
      { url, status, headers: new Headers(), body },
      { requestedAt: world.now() - 100, ...options },
    );
    await world.pass(1000);
    return tab.guard.status();
  }
  const looks = () => world.server.asked.filter(({ kind }) => kind === 'look').length;
  return { world, tab, reply, looks };
}

it('a reply that names the end costs one look, which decides', async () => {
  const { world, reply, looks } = await signedIn({ sessionUrl });
  const before = looks();
  expect(await reply(401, { error: 'session_revoked' })).toMatchObject({ phase: 'active' });
  expect(looks()).toBe(before + 1);
  world.server.lie = () => ({ status: 401 });
  expect(await reply(401, { error: 'session_revoked' })).toMatchObject({
    phase: 'ended',
    ending: { reason: 'revoked', certain: true, code: 'session_revoked' },
  });
});

it('a bare 401 is a hint: a look decides', async () => {
  const { world, reply } = await signedIn({ sessionUrl });
  expect(await reply(401)).toMatchObject({ phase: 'active' });
  world.server.expiresAt = undefined;
  expect(await reply(401)).toMatchObject({ phase: 'ended', ending: { reason: 'not-found' } });
});

it('without session-url a named end ends, and a bare 401 does not', async () => {
  const { tab, reply } = await signedIn({});
  expect(await reply(401)).toMatchObject({ phase: 'active' });
  expect(tab.events).toContainEqual(expect.objectContaining({ type: 'problem', code: 'unclear-ending' }));
  expect(await reply(401, { error: 'session_expired' })).toMatchObject({
    phase: 'ended',
    ending: { reason: 'expired' },
  });
});

it.each([
  ['an API key', 401, { error: 'api_key_expired' }],
  ['a wrong password', 401, { error: 'invalid_credentials' }],
  ['a magic link', 401, { error: 'magic_link_expired' }],
  ['a missing right', 403, { error: 'forbidden' }],
  ['419 that nobody configured', 419, {}],
])('a refusal about %s neither ends nor costs a look', async (_, status, body) => {
  const { reply, looks } = await signedIn({ sessionUrl });
  const before = looks();
  expect(await reply(status, body)).toMatchObject({ phase: 'active' });
  expect(looks()).toBe(before);
});

it.each([
  ['another origin', { url: 'https://elsewhere.example/api' }],
  ['a like-named origin', { url: 'https://app.example.evil/api' }],
  ['a request without credentials', { credentials: 'omit' }],
])('a reply of %s does not count', async (_, options) => {
  const { reply } = await signedIn({});
  expect(await reply(401, { error: 'session_expired' }, options)).toMatchObject({ phase: 'active' });
});

it('a reply asked for before the newest word of the server is stale', async () => {
  const { world, tab, reply } = await signedIn({});
  const before = world.now() - 1;
  tab.guard.start({ expiresIn: 1200 });
  expect(await reply(401, { error: 'session_expired' }, { requestedAt: before })).toMatchObject({
    phase: 'active',
  });
});

it('a reply that the page reads at once is read too', async () => {
  const { world, tab } = await signedIn({});
  const reply = Response.json({ error: 'session_revoked' }, { status: 401 });
  Object.defineProperty(reply, 'url', { value: 'https://app.example/api' });
  tab.guard.observe(reply, { requestedAt: world.now() });
  expect(await reply.json()).toEqual({ error: 'session_revoked' });
  await new Promise(setImmediate);
  await world.pass(1000);
  expect(tab.guard.status()).toMatchObject({ phase: 'ended', ending: { reason: 'revoked' } });
});

it('a body of more than 64 kB is not read', async () => {
  const { reply } = await signedIn({});
  const long = JSON.stringify({ error: 'session_expired', pad: 'x'.repeat(70_000) });
  expect(await reply(401, long)).toMatchObject({ phase: 'active' });
});

it('requests refused after the end are counted, so that a dismissed prompt may return', async () => {
  const { tab, reply } = await signedIn({});
  tab.guard.end('revoked');
  expect((await reply(401, { error: 'session_expired' })).refusals).toBe(1);
  expect((await reply(401)).refusals).toBe(2);
});

it('nobody is told of an end who had no session', async () => {
  const world = createWorld();
  const tab = await world.open({});
  tab.guard.observe({
    url: 'https://app.example/',
    status: 401,
    headers: new Headers(),
    body: { error: 'session_expired' },
  });
  await world.pass(1000);
  expect([tab.guard.status().phase, tab.told()]).toEqual(['none', ['change']]);
});
