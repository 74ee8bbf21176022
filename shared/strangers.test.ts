import { describe, expect, it } from 'vitest';
import { createWorld } from './testing/world.ts';

const minute = 60_000;
const looked = { sessionUrl: 'https://app.example/session', renewUrl: 'https://app.example/renew' };
const blind = { sessionName: 'blind', renewUrl: 'https://app.example/renew' };

/** Ada's page, and her session on the server. */
async function adasPage(settings: object = looked) {
  const world = createWorld();
  world.server.expiresAt = world.now() + 20 * minute;
  world.server.subject = 'ada';
  const tab = await world.open(settings);
  await world.pass(1000);
  const comes = async (subject: string | undefined) => {
    world.server.subject = subject;
    world.server.expiresAt = world.now() + 20 * minute;
    void tab.guard.look();
    await world.pass(100);
  };
  return { world, tab, comes, status: () => tab.guard.status() };
}

const isStranger = { phase: 'ended', ending: { reason: 'other-user' } };

describe('somebody else who is signed in', () => {
  it('ends the session of the page’s person, while it lives and after its end', async () => {
    const alive = await adasPage();
    await alive.comes('bob');
    expect(alive.status()).toMatchObject(isStranger);
    expect(alive.tab.told()).toContain('ended');

    const over = await adasPage();
    await over.world.pass(21 * minute);
    expect(over.status()).toMatchObject({ phase: 'ended', ending: { reason: 'expired' } });
    await over.comes('bob');
    expect(over.status()).toMatchObject(isStranger);
    expect(over.tab.told()).not.toContain('restored');
  });

  it('is told once, however often it is seen', async () => {
    const { comes, tab } = await adasPage();
    await comes('bob');
    await comes('bob');
    await comes('bob');
    expect(tab.told().filter((type) => type === 'ended')).toHaveLength(1);
  });

  it('gets nothing of the page’s renewals', async () => {
    const { comes, tab, world } = await adasPage();
    await comes('bob');
    world.server.asked = [];
    expect(await tab.guard.renew()).toMatchObject({ ok: false, problem: { code: 'not-alive' } });
    await world.pass(30 * minute);
    expect(world.server.asked).toEqual([]);
  });

  it('gives way to the page’s person when that one is back', async () => {
    const { comes, tab, status } = await adasPage();
    await comes('bob');
    await comes('ada');
    expect(status()).toMatchObject({ phase: 'active' });
    expect(tab.told()).toContain('restored');
  });

  it('is seen by a page that only names its person', async () => {
    const world = createWorld();
    world.server.expiresAt = world.now() + 20 * minute;
    world.server.subject = 'bob';
    const tab = await world.open({ ...looked, subject: 'ada' });
    await world.pass(1000);
    expect(tab.guard.status()).toMatchObject(isStranger);
  });

  it('is not seen where nobody says who is signed in', async () => {
    const { comes, status } = await adasPage();
    await comes(undefined);
    expect(status()).toMatchObject({ phase: 'active' });
  });

  it('is at home once the page signed its person out, or says whose it is now', async () => {
    const out = await adasPage();
    out.tab.guard.end();
    await out.world.pass(1000);
    await out.comes('bob');
    expect(out.status()).toMatchObject({ phase: 'active' });

    const named = await adasPage({ ...looked, subject: 'ada' });
    named.tab.guard.configure({ ...looked, subject: 'bob' });
    await named.comes('bob');
    expect(named.status()).toMatchObject({ phase: 'active' });
  });

  it('stays a stranger after an ending that the page did not bring about', async () => {
    const { comes, status, world } = await adasPage();
    world.server.expiresAt = undefined;
    await world.pass(21 * minute);
    expect(status().phase).toBe('ended');
    await comes('bob');
    expect(status()).toMatchObject(isStranger);
  });

  it('is at home on a page that opens beside that of another', async () => {
    const { world } = await adasPage();
    world.server.subject = 'bob';
    world.server.expiresAt = world.now() + 60 * minute;
    const bobs = await world.open(looked);
    await world.pass(1000);
    void bobs.guard.look();
    await world.pass(1000);
    expect(bobs.guard.status()).toMatchObject({ phase: 'active' });
  });

  it('signed in in another tab, is looked at once', async () => {
    const { world, status } = await adasPage();
    await world.pass(21 * minute);
    world.server.subject = 'bob';
    world.server.expiresAt = world.now() + 60 * minute;
    world.server.asked = [];
    const bobs = await world.open({ ...looked, subject: 'bob' });
    await world.pass(20_000);
    expect(status()).toMatchObject(isStranger);
    for (let i = 0; i < 5; i++) {
      void bobs.guard.renew();
      await world.pass(20_000);
    }
    expect(bobs.guard.status()).toMatchObject({ phase: 'active' });
    // Bob's at the start, and Ada's one.
    expect(world.server.asked.filter(({ kind }) => kind === 'look')).toHaveLength(2);
  });

  it('signed in in another tab, is told to a tab that cannot look only after the end', async () => {
    const { world, tab, status } = await adasPage({ ...blind, subject: 'ada' });
    tab.guard.start({ expiresIn: 60 });
    const bobs = await world.open({ ...blind, subject: 'bob' });
    bobs.guard.start({ expiresIn: 600 });
    await world.pass(1000);
    expect(status().phase).toBe('active');
    await world.pass(2 * minute);
    expect(status().phase).toBe('expired');
    bobs.guard.start({ expiresIn: 600 });
    await world.pass(1000);
    expect(status()).toMatchObject(isStranger);
  });
});
