import { expect, it } from 'vitest';
import type { Settings } from './policy.ts';
import type { Said } from './testing/server.ts';
import { createWorld } from './testing/world.ts';

const minute = 60_000;
const urls = { sessionUrl: 'https://app.example/session', renewUrl: 'https://app.example/renew' };

async function signedIn(settings: Settings = urls) {
  const world = createWorld();
  world.server.expiresAt = world.server.now() + 20 * minute;
  const tab = await world.open(settings);
  if (!settings.sessionUrl) tab.guard.start({ expiresIn: 1200 });
  await world.pass(19 * minute);
  async function renew(lie?: Said) {
    world.server.lie = lie && (({ kind }) => (kind === 'renew' ? lie : undefined));
    const done = tab.guard.renew('click');
    await world.pass(1000);
    return done;
  }
  const codes = () => tab.events.flatMap((event) => (event.type === 'problem' ? [event.code] : []));
  return { world, tab, renew, codes };
}

it('a renewal that moves the expiry is told, and the warning is over', async () => {
  const { tab, renew } = await signedIn();
  expect(await renew()).toEqual({ ok: true, phase: 'active', problem: undefined });
  expect(tab.told().slice(-2).sort()).toEqual(['change', 'renewed']);
});

it('a renewal that moves nothing is shown as failed, and changes nothing', async () => {
  const { world, tab, renew } = await signedIn();
  const before = tab.guard.status().endsAt;
  const same = { body: { expires_at: new Date(world.server.expiresAt!).toISOString() } };
  expect(await renew(same)).toMatchObject({
    ok: false,
    phase: 'warning',
    problem: { code: 'renewal-not-moved' },
  });
  expect(tab.guard.status()).toMatchObject({
    phase: 'warning',
    endsAt: before,
    failed: { code: 'renewal-not-moved' },
  });
  expect(tab.told()).not.toContain('renewed');
});

it.each([
  [500, 'unclear-answer'],
  [403, 'unclear-answer'],
  [0, 'unclear-answer'],
])('a renewal answered by %d is failed, never an ending', async (status, code) => {
  const { tab, renew } = await signedIn();
  expect(await renew({ status })).toMatchObject({ ok: false, phase: 'warning', problem: { code } });
  expect(tab.guard.status()).toMatchObject({ phase: 'warning', offline: false });
});

it('a renewal without an answer is failed after 10 s, and can be tried again', async () => {
  const { world, tab } = await signedIn();
  world.network.offline = true;
  const done = tab.guard.renew('click');
  await world.pass(1000);
  expect(await done).toMatchObject({ ok: false, problem: { code: 'no-answer' } });
  expect(tab.guard.status()).toMatchObject({ phase: 'warning', offline: true });
  world.network.offline = false;
  const again = tab.guard.renew('click');
  await world.pass(1000);
  expect(await again).toMatchObject({ ok: true, phase: 'active' });
});

it('a renewal that says nothing of the expiry is followed by one look', async () => {
  const { world, renew } = await signedIn();
  const asked = world.server.asked.length;
  world.server.expiresAt = world.server.now() + 20 * minute;
  expect(await renew({ status: 204, body: '' })).toMatchObject({ ok: true, phase: 'active' });
  expect(world.server.asked.slice(asked).map(({ kind }) => kind)).toEqual(['renew', 'look']);
});

it('without session-url it is confirmed by a declared idle timeout only', async () => {
  const idle = await signedIn({ renewUrl: urls.renewUrl, idleTimeout: '20m' });
  // The stated end stands: a request slides the idle limit, not what the server stated.
  expect(await idle.renew({ status: 204, body: '' })).toMatchObject({ ok: false });

  const world = createWorld();
  const tab = await world.open({ renewUrl: urls.renewUrl, idleTimeout: '20m' });
  tab.guard.start();
  await world.pass(19 * minute);
  expect(tab.guard.status().phase).toBe('warning');
  world.server.lie = () => ({ status: 204, body: '' });
  const done = tab.guard.renew('click');
  await world.pass(1000);
  expect(await done).toMatchObject({ ok: true, phase: 'active' });

  const bare = await signedIn({ renewUrl: urls.renewUrl });
  expect(await bare.renew({ status: 204, body: '' })).toMatchObject({
    problem: { code: 'renew-unconfirmed' },
  });
});

it('a refusal that names the end is decided by a look', async () => {
  const { world, tab, renew } = await signedIn();
  const refused = { status: 401, body: { error: 'session_revoked' } };
  expect(await renew(refused)).toMatchObject({
    ok: false,
    phase: 'warning',
    problem: { code: 'renewal-refused' },
  });
  world.server.expiresAt = undefined;
  await renew(refused);
  expect(tab.guard.status()).toMatchObject({ phase: 'ended' });
});

it('a reply that comes after the end does not undo it', async () => {
  const { world, tab } = await signedIn({ renewUrl: urls.renewUrl });
  world.server.expiresAt! += minute;
  await world.pass(minute - 1000);
  expect(tab.guard.status().phase).toBe('warning');
  world.network.delay = 4000;
  const done = tab.guard.renew('click');
  await world.pass(5000);
  expect(await done).toMatchObject({ ok: false, phase: 'expired' });
});

it.each(['expired', 'ended'])('nothing is sent once the session is %s', async (phase) => {
  const { world, tab } = await signedIn();
  if (phase === 'expired') world.network.offline = true;
  await world.pass(5 * minute);
  expect(tab.guard.status().phase).toBe(phase);
  world.network.offline = false;
  const asked = world.server.asked.length;
  expect(await tab.guard.renew('click')).toMatchObject({ ok: false, problem: { code: 'not-alive' } });
  expect(world.server.asked.length).toBe(asked);
});

it('two clicks send one renewal', async () => {
  const { world, tab } = await signedIn();
  const asked = world.server.asked.length;
  const both = [tab.guard.renew('click'), tab.guard.renew('click')];
  await world.pass(1000);
  expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
  expect(world.server.asked.length).toBe(asked + 1);
});

it('a page that renews by itself sends for us, and fails after 10 s', async () => {
  const { world, tab } = await signedIn({ sessionUrl: urls.sessionUrl, renewBy: 'page' });
  const asked = world.server.asked.length;
  const late = tab.guard.renew('click');
  await world.pass(11_000);
  expect(await late).toMatchObject({ ok: false, problem: { code: 'page-did-not-renew' } });
  const done = tab.guard.renew('click');
  await world.pass(1000);
  tab.guard.start({ expiresIn: 1200 });
  expect(await done).toMatchObject({ ok: true, phase: 'active' });
  expect(world.server.asked.length).toBe(asked);
});

it('is not offered where the server says no, no way is set, or the end is the absolute one', async () => {
  const { world, tab } = await signedIn();
  expect(tab.guard.status().canRenew).toBe(true);
  world.server.lie = () => ({ body: { expiresInMs: 50_000, canBeExtended: false } });
  await Promise.all([tab.guard.look(), world.pass(1000)]);
  expect(tab.guard.status().canRenew).toBe(false);

  const none = await signedIn({ sessionUrl: urls.sessionUrl });
  expect(none.tab.guard.status().canRenew).toBe(false);

  const absolute = await signedIn();
  const end = new Date(absolute.world.server.expiresAt!).toISOString();
  absolute.world.server.lie = () => ({ body: { expires_at: end, absolute_expires_at: end } });
  await Promise.all([absolute.tab.guard.look(), absolute.world.pass(1000)]);
  expect(absolute.tab.guard.status().canRenew).toBe(false);
});

it('a second renewal joins the one under way, and is not over before it', async () => {
  const { world, tab } = await signedIn();
  const first = tab.guard.renew('click');
  tab.guard.end('revoked');
  const second = tab.guard.renew('click');
  expect(tab.guard.status().renewing).toBe(true);
  await world.pass(1000);
  expect(await second).toEqual(await first);
  expect(tab.guard.status().renewing).toBe(false);
});
