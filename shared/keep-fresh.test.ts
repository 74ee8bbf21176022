import { expect, it } from 'vitest';
import { createWorld } from './testing/world.ts';

const minute = 60_000;

async function signedIn() {
  const world = createWorld();
  world.server.expiresAt = world.server.now() + 20 * minute;
  const tab = await world.open({
    sessionUrl: 'https://app.example/session',
    renewUrl: 'https://app.example/renew',
    keepFresh: 'active',
  });
  await world.pass(1000);
  const renewals = () => world.server.asked.filter(({ kind }) => kind === 'renew').length;
  return { world, tab, renewals };
}

it('renews half to three quarters of the way when the person was active since the reading', async () => {
  const { world, tab, renewals } = await signedIn();
  expect(tab.guard.status().wantsInput).toBe(true);
  tab.guard.input();
  expect(tab.guard.status().wantsInput).toBe(false);
  await world.pass(8.5 * minute);
  expect(renewals()).toBe(0);
  await world.pass(5 * minute);
  expect(renewals()).toBe(1);
  expect(tab.guard.status()).toMatchObject({ phase: 'active', wantsInput: true });
});

it('renews at the first activity once it is due', async () => {
  const { world, tab, renewals } = await signedIn();
  await world.pass(15 * minute);
  expect(renewals()).toBe(0);
  tab.guard.input();
  await world.pass(1000);
  expect(renewals()).toBe(1);
});

it('sends nothing for a person who is away, and warns', async () => {
  const { world, tab, renewals } = await signedIn();
  await world.pass(19 * minute);
  expect(renewals()).toBe(0);
  expect(tab.guard.status().phase).toBe('warning');
  tab.guard.input();
  await world.pass(5 * minute);
  expect(renewals()).toBe(0);
});

it('tries again, ever more rarely, and leaves it to the warning', async () => {
  const { world, tab, renewals } = await signedIn();
  world.server.lie = ({ kind }) => (kind === 'renew' ? { status: 503 } : undefined);
  tab.guard.input();
  await world.pass(17 * minute);
  expect(renewals()).toBeGreaterThan(1);
  expect(renewals()).toBeLessThan(8);
  await world.pass(minute);
  expect(tab.guard.status().phase).toBe('warning');
});

it('a page that goes on being used is kept fresh for as long as the server allows', async () => {
  const { world, tab, renewals } = await signedIn();
  for (let i = 0; i < 60; i++) {
    tab.guard.input();
    await world.pass(2 * minute);
  }
  expect(tab.told()).not.toContain('warning');
  expect(renewals()).toBeGreaterThanOrEqual(8);
  expect(renewals()).toBeLessThanOrEqual(14);
});

it('keeps even a session of twenty seconds fresh, whatever the dice', async () => {
  for (let i = 0; i < 11; i++) {
    const world = createWorld();
    world.server.life = 20_000;
    const tab = await world.open({ renewUrl: 'https://app.example/renew', keepFresh: 'active' });
    for (let rolls = 0; rolls < i; rolls++) tab.ports.random();
    tab.guard.start({ expiresIn: 20 });
    world.server.expiresAt = world.server.now() + 20_000;
    for (let second = 0; second < 60; second++) {
      tab.guard.input();
      await world.pass(1000);
    }
    expect(tab.told()).not.toContain('warning');
  }
});
