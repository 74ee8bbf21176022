import { describe, expect, it } from 'vitest';
import { createWorld } from './testing/world.ts';

const minute = 60_000;
const url = 'https://app.example/session';

async function opened(settings: object, life = 60 * minute) {
  const world = createWorld();
  world.server.expiresAt = world.now() + life;
  const tab = await world.open({ sessionUrl: url, renewUrl: 'https://app.example/renew', ...settings });
  await world.pass(1000);
  world.server.asked = [];
  return { world, tab, status: () => tab.guard.status() };
}

describe('the quiet notice', () => {
  it('comes before the warning, in phase active, and gives way to it', async () => {
    const { world, status } = await opened({ noticeBefore: '10m' });
    await world.pass(49.5 * minute);
    expect(status()).toMatchObject({ phase: 'active', noticed: false });
    await world.pass(minute);
    expect(status()).toMatchObject({ phase: 'active', noticed: true });
    await world.pass(8 * minute);
    expect(status()).toMatchObject({ phase: 'warning', noticed: false });
  });

  it('wakes the host when its moment comes', async () => {
    const { world, tab } = await opened({ noticeBefore: '10m', sessionUrl: undefined, sessionName: 'blind' });
    tab.guard.start({ expiresIn: 3600 });
    const noticed: boolean[] = [];
    tab.guard.subscribe(() => noticed.push(tab.guard.status().noticed));
    await world.pass(50 * minute + 10);
    expect(noticed.at(-1)).toBe(true);
  });

  it('is not shown of a session that moved: a look comes before it, and one before the warning', async () => {
    const { world, status } = await opened({ noticeBefore: '10m' });
    await world.pass(45 * minute);
    world.server.expiresAt = world.now() + 60 * minute;
    await world.pass(6 * minute);
    expect(status().noticed).toBe(false);
    expect(world.server.asked).toHaveLength(1);
    await world.pass(44.5 * minute);
    expect(status().noticed).toBe(true);
    await world.pass(8 * minute);
    expect(status().phase).toBe('warning');
    expect(world.server.asked).toHaveLength(3);
  });

  it('later than the warning is refused by name, and never comes', async () => {
    const { world, tab, status } = await opened({ noticeBefore: '2m', warnBefore: '5m' });
    expect(tab.events).toContainEqual(
      expect.objectContaining({ code: 'notice-late', field: 'noticeBefore' }),
    );
    await world.pass(58.5 * minute);
    expect(status()).toMatchObject({ phase: 'warning', noticed: false });
  });
});

describe('limits', () => {
  it('are told apart', async () => {
    const { world, tab, status } = await opened({
      sessionUrl: undefined,
      sessionName: 'blind',
      idleTimeout: '10m',
    });
    const absolute = new Date(world.now() + 15 * minute).toISOString();
    tab.guard.start({ expiresIn: 3600 });
    tab.guard.observe({ url, status: 200, headers: new Headers() }, { requestedAt: world.now() });
    tab.guard.rendered(
      { absoluteExpiresAt: absolute },
      { requestedAt: world.now(), receivedAt: world.now(), navigated: false },
    );
    expect(status()).toMatchObject({ limit: 'idle', canRenew: true });
    await world.pass(9 * minute);
    void tab.guard.renew();
    await world.pass(1000);
    expect(status()).toMatchObject({ limit: 'absolute', canRenew: false });
    await world.pass(7 * minute);
    expect(status()).toMatchObject({ phase: 'expired', limit: 'absolute' });
  });

  it('are stated as the time allowed, from the first reading on', async () => {
    const { world, status } = await opened({}, 15 * minute);
    expect(Math.round(status().timeAllowed! / minute)).toBe(15);
    await world.pass(10 * minute);
    expect(Math.round(status().timeAllowed! / minute)).toBe(15);
  });
});

describe('a session that ends as soon as it began', () => {
  async function signedInAgain() {
    const { world, tab, status } = await opened({});
    world.server.expiresAt = undefined;
    void tab.guard.look();
    await world.pass(1000);
    world.server.expiresAt = world.now() + 60 * minute;
    void tab.guard.look();
    await world.pass(1000);
    expect(status().phase).toBe('active');
    return { world, tab, status };
  }

  it('is told as such', async () => {
    const { world, tab, status } = await signedInAgain();
    world.server.expiresAt = undefined;
    void tab.guard.look();
    await world.pass(1000);
    expect(status()).toMatchObject({ phase: 'ended', endedYoung: true });
  });

  it('is not: one that was used for a while, was revoked, or was as short as it was said to be', async () => {
    const used = await signedInAgain();
    await used.world.pass(2 * minute);
    used.world.server.expiresAt = undefined;
    void used.tab.guard.look();
    await used.world.pass(1000);
    expect(used.status()).toMatchObject({ phase: 'ended', endedYoung: false });

    const revoked = await signedInAgain();
    revoked.world.server.lie = () => ({ status: 401, body: { error: 'session_revoked' } });
    void revoked.tab.guard.look();
    await revoked.world.pass(1000);
    expect(revoked.status()).toMatchObject({ phase: 'ended', endedYoung: false });

    const { world, tab, status } = await signedInAgain();
    world.server.expiresAt = world.now() + 30_000;
    tab.guard.start({ expiresIn: 30 });
    await world.pass(35_000);
    expect(status()).toMatchObject({ phase: 'ended', endedYoung: false });
  });

  it('is not: one of which only the page was opened just now', async () => {
    const { world, tab, status } = await opened({});
    tab.guard.start({ expiresIn: 600 });
    world.server.expiresAt = undefined;
    void tab.guard.look();
    await world.pass(1000);
    expect(status()).toMatchObject({ phase: 'ended', endedYoung: false });
  });
});
