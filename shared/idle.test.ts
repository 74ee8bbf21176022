import { expect, it } from 'vitest';
import type { Settings } from './policy.ts';
import { createWorld, type Tab, type World } from './testing/world.ts';

const minute = 60_000;
const sessionUrl = 'https://app.example/session';

/** The server knows of 10 min idle and states only that it is alive, or a far absolute end. */
async function idle(settings: Settings = {}) {
  const world = createWorld();
  world.server.expiresAt = world.now() + 600 * minute;
  world.server.states = 'nothing';
  const tab = await world.open({ idleTimeout: '10m', ...settings });
  tab.guard.start();
  await world.pass(1000);
  return { world, tab };
}

function used(world: World, tab: Tab, options: object = { requestedAt: world.now() }, status = 200) {
  tab.guard.observe({ url: 'https://app.example/api', status, headers: new Headers() }, options);
}

it('slides with requests that the server saw, from their start', async () => {
  const { world, tab } = await idle();
  await world.pass(7 * minute);
  used(world, tab);
  expect(tab.guard.status()).toMatchObject({ phase: 'active', endsAt: world.now() + 10 * minute });
  await world.pass(8.1 * minute);
  expect(tab.guard.status().phase).toBe('warning');
  used(world, tab);
  expect(tab.guard.status().phase).toBe('active');
});

it('slides by nothing else: no input, no refused request, no look, no detour, no reply of unknown age', async () => {
  const { world, tab } = await idle({ sessionUrl });
  const end = tab.guard.status().endsAt;
  await world.pass(minute);
  tab.guard.input();
  used(world, tab, { requestedAt: world.now() }, 500);
  used(world, tab, {});
  tab.guard.observe({ url: sessionUrl, status: 200, headers: new Headers() }, { requestedAt: world.now() });
  const signInPage = {
    url: 'https://app.example/signin',
    status: 200,
    redirected: true,
    headers: new Headers(),
  };
  tab.guard.observe(signInPage, { requestedAt: world.now() });
  await Promise.all([tab.guard.look(), world.pass(1000)]);
  expect(tab.guard.status().endsAt).toBe(end);
});

it('is not revived by a request after its end', async () => {
  const { world, tab } = await idle();
  await world.pass(11 * minute);
  expect(tab.guard.status().phase).toBe('expired');
  used(world, tab);
  expect(tab.guard.status().phase).toBe('expired');
});

it('is replaced by an idle end that the server states, not by another end', async () => {
  const { world, tab } = await idle({ sessionUrl });
  const estimate = tab.guard.status().endsAt;
  await world.pass(minute);
  const far = new Date(world.now() + 60 * minute).toISOString();
  world.server.lie = () => ({ body: { expires_at: far } });
  await Promise.all([tab.guard.look(), world.pass(1000)]);
  expect(tab.guard.status().endsAt).toBe(estimate);
  expect(tab.events).toContainEqual(expect.objectContaining({ type: 'problem', code: 'idle-not-stated' }));

  const moved = new Date(world.now() + 9 * minute).toISOString();
  world.server.lie = () => ({ body: { idle_expires_at: moved, absolute_expires_at: far } });
  await Promise.all([tab.guard.look(), world.pass(1000)]);
  expect(tab.guard.status().expiresAt).toBe(Date.parse(moved));
});

it('a session that moved elsewhere is looked at before, and not warned about', async () => {
  const { world, tab } = await idle({ sessionUrl });
  world.server.lie = () => ({ body: { idle_expires_at: new Date(world.now() + 8 * minute).toISOString() } });
  await world.pass(9 * minute);
  expect(tab.told()).not.toContain('warning');
});

it('that the server does not confirm may end at any moment: one look after the end, one more, then silence', async () => {
  const { world, tab } = await idle({ sessionUrl });
  await world.pass(10 * minute);
  expect(tab.guard.status().phase).toBe('expired');
  await world.pass(5000);
  expect(tab.guard.status()).toMatchObject({ phase: 'warning', endsAt: undefined });
  const looks = world.server.asked.length;
  await world.pass(60 * minute);
  expect(world.server.asked.length).toBe(looks + 1);
  used(world, tab);
  expect(tab.guard.status()).toMatchObject({ phase: 'active', endsAt: world.now() + 10 * minute });
});

it('says once that a life of less than a minute is short', async () => {
  const world = createWorld();
  const tab = await world.open({ idleTimeout: '40s' });
  tab.guard.start();
  tab.guard.start();
  expect(tab.events.filter((event) => event.type === 'problem')).toMatchObject([{ code: 'short-session' }]);
});
