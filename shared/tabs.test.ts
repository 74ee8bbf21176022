import { describe, expect, it } from 'vitest';
import { createWorld, type Tab } from './testing/world.ts';

const minute = 60_000;
const url = 'https://app.example/session';
const looked = { sessionUrl: url, renewUrl: 'https://app.example/renew' };
/** A system without looks. */
const blind = { sessionName: 'blind', renewUrl: 'https://app.example/renew' };

const phases = (tabs: Tab[]) => tabs.map((tab) => tab.guard.status().phase);

async function tabsOf(howMany: number, settings: object, life = 20 * minute) {
  const world = createWorld();
  world.server.life = life;
  world.server.expiresAt = world.now() + life;
  const tabs: Tab[] = [];
  for (let i = 0; i < howMany; i++) {
    tabs.push(await world.open(settings, { hidden: i > 0 }));
    await world.pass(100);
  }
  /** What the server was asked once all were open: each may have looked for itself. */
  const opened = world.server.asked.length;
  const asked = () => world.server.asked.slice(opened).map(({ kind }) => kind);
  return { world, tabs, asked, first: tabs[0]!, others: tabs.slice(1) };
}

async function blindTabs(howMany: number, life = 20 * minute) {
  const opened = await tabsOf(howMany, blind, life);
  opened.first.guard.start({ expiresIn: life / 1000, requestedAt: opened.world.now() });
  await opened.world.pass(300);
  return opened;
}

describe('twenty tabs', () => {
  it('share one look before the warning and one at the end', async () => {
    const { world, tabs, asked } = await tabsOf(20, looked);
    await world.pass(18.5 * minute);
    expect(new Set(phases(tabs))).toEqual(new Set(['warning']));
    expect(asked()).toEqual(['look']);
    await world.pass(2 * minute);
    expect(new Set(phases(tabs))).toEqual(new Set(['ended']));
    expect(asked()).toEqual(['look', 'look']);
    for (const tab of tabs) expect(tab.told().filter((type) => type === 'ended')).toEqual(['ended']);
  });

  it('renew once, though all ask for it', async () => {
    const { world, tabs, asked } = await tabsOf(20, looked);
    await world.pass(18.5 * minute);
    const done = Promise.all(tabs.map((tab) => tab.guard.renew('click')));
    await world.pass(minute);
    for (const { ok, phase } of await done) expect([ok, phase]).toEqual([true, 'active']);
    expect(asked()).toEqual(['look', 'renew']);
  });

  it('that had nothing left to ask at the start still look before the warning', async () => {
    const world = createWorld();
    world.server.expiresAt = world.now() + 20 * minute;
    const tab = await world.open(looked);
    tab.guard.start({ expiresIn: 1200 });
    await world.pass(17 * minute);
    expect(world.server.asked.length).toBe(0);
    world.server.expiresAt = world.now() + 20 * minute;
    await world.pass(3 * minute);
    expect([world.server.asked.length, tab.told()]).toEqual([1, ['change']]);
  });

  it('that were opened at once look once', async () => {
    const world = createWorld();
    world.server.expiresAt = world.now() + 20 * minute;
    const tabs = await Promise.all(Array.from({ length: 20 }, () => world.open(looked)));
    await world.pass(5000);
    expect(new Set(phases(tabs))).toEqual(new Set(['active']));
    expect(world.server.asked.length).toBe(1);
  });

  it('that wake up from sleep look once', async () => {
    const { world, tabs, asked } = await tabsOf(20, looked, 120 * minute);
    await world.sleep(30 * minute);
    for (const tab of tabs) tab.show();
    await world.pass(5000);
    expect(asked()).toEqual(['look']);
  });
});

describe('a renewal in one tab', () => {
  it('lengthens the session in all, without a request of theirs', async () => {
    const { world, tabs, asked, first, others } = await tabsOf(3, looked);
    await world.pass(19 * minute);
    void first.guard.renew('click');
    await world.pass(1000);
    expect(phases(tabs)).toEqual(['active', 'active', 'active']);
    expect(others.map((tab) => tab.guard.status().endsAt)).toEqual(
      others.map(() => first.guard.status().endsAt),
    );
    expect(asked()).toEqual(['look', 'renew']);
  });

  it('is heard by tabs that were asleep meanwhile, as soon as they ask', async () => {
    const { world, tabs, first, others } = await tabsOf(6, looked);
    for (const tab of others) tab.freeze();
    await world.pass(18 * minute);
    void first.guard.renew('click');
    await world.pass(4 * minute);
    for (const tab of others) tab.resume();
    await world.pass(500);
    expect(new Set(phases(tabs))).toEqual(new Set(['active']));
  });

  it('is made by another, where the tab that held the lock died', async () => {
    const { world, first, others } = await tabsOf(2, looked);
    await world.pass(19 * minute);
    void first.guard.renew('click');
    await world.pass(5);
    first.crash();
    const done = others[0]!.guard.renew('click');
    await world.pass(2000);
    expect((await done).ok).toBe(true);
  });

  it('is not waited for without end, where the tab that holds the lock hangs', async () => {
    const { world, first, others } = await tabsOf(2, looked);
    await world.pass(18.5 * minute);
    void first.guard.renew('click');
    await world.pass(5);
    first.freeze();
    const done = others[0]!.guard.renew('click');
    await world.pass(13_000);
    expect((await done).ok).toBe(true);
  });

  it('sent nothing where the session ended while it waited for its turn', async () => {
    const { world, asked, first, others } = await tabsOf(2, looked);
    await world.pass(18.5 * minute);
    void first.guard.renew('click');
    await world.pass(30);
    first.freeze();
    const waiting = others[0]!.guard.renew('click');
    others[0]!.guard.end('revoked');
    await world.pass(13_000);
    expect(await waiting).toMatchObject({ ok: false, problem: { code: 'not-alive' } });
    expect(asked()).toEqual(['look', 'renew']);
  });
});

describe('an ending in one tab', () => {
  it('by signing out is shown in the others, not in the one that did it', async () => {
    const { world, tabs, asked, first, others } = await tabsOf(3, looked);
    first.guard.end('signed-out');
    await world.pass(100);
    expect(phases(tabs)).toEqual(['ended', 'ended', 'ended']);
    expect(first.guard.status().endedHere).toBe(true);
    expect(others.map((tab) => tab.guard.status().endedHere)).toEqual([false, false]);
    expect(asked()).toEqual([]);
  });

  it('costs the tab in view one look, and hidden ones one when they are shown', async () => {
    const { world, first, others } = await tabsOf(3, looked);
    const [second, third] = others as [Tab, Tab];
    world.server.expiresAt = undefined;
    second.guard.observe(
      {
        url: 'https://app.example/x',
        status: 401,
        headers: new Headers(),
        body: { error: 'session_not_found' },
      },
      { requestedAt: world.now() },
    );
    await world.pass(1000);
    expect(phases([first, second, third])).toEqual(['ended', 'ended', 'active']);
    expect(first.guard.status().ending?.reason).toBe('not-found');
    const asked = world.server.asked.length;
    third.show();
    await world.pass(1000);
    expect(phases([third])).toEqual(['ended']);
    expect(world.server.asked.length).toBe(asked + 1);
  });

  it('ends the session of tabs that cannot look', async () => {
    const { world, tabs, first } = await blindTabs(3);
    first.guard.end('revoked');
    await world.pass(100);
    expect(phases(tabs)).toEqual(['ended', 'ended', 'ended']);
  });

  it('that another tab only claims changes nothing while the server says alive', async () => {
    const { world, tabs, others } = await tabsOf(3, looked);
    others[0]!.guard.end('revoked');
    await world.pass(1000);
    expect(phases(tabs)).toEqual(['active', 'ended', 'active']);
  });
});

describe('a sign-in in one tab', () => {
  it('is confirmed by one look of the tab in view, and brings hidden ones back when they are shown', async () => {
    const { world, tabs, first, others } = await tabsOf(3, looked, minute);
    await world.pass(2 * minute);
    expect(phases(tabs)).toEqual(['ended', 'ended', 'ended']);
    const asked = world.server.asked.length;
    world.server.expiresAt = world.now() + 20 * minute;
    const fourth = await world.open(looked);
    await world.pass(1000);
    expect(phases([first, ...others, fourth])).toEqual(['active', 'ended', 'ended', 'active']);
    expect(first.told().filter((type) => type === 'restored')).toEqual(['restored']);
    expect(world.server.asked.length).toBe(asked + 2);
    for (const tab of others) tab.show();
    await world.pass(1000);
    expect(phases(tabs)).toEqual(['active', 'active', 'active']);
  });

  it('brings tabs back that cannot look', async () => {
    const { world, tabs } = await blindTabs(3, minute);
    await world.pass(2 * minute);
    expect(new Set(phases(tabs))).toEqual(new Set(['expired']));
    const fourth = await world.open(blind);
    fourth.guard.start({ expiresIn: 600 });
    await world.pass(100);
    expect(phases(tabs)).toEqual(['active', 'active', 'active']);
  });

  it('is not undone by what the others still know of the old one', async () => {
    const { world, first } = await tabsOf(1, looked);
    first.guard.end('signed-out');
    await world.pass(1000);
    const next = await world.open(looked);
    await world.pass(1000);
    expect(phases([next])).toEqual(['active']);
  });

  it('of somebody else does not', async () => {
    const { world, first } = await blindTabs(1, minute);
    await world.pass(2 * minute);
    const other = await world.open({ ...blind, subject: 'somebody else' });
    other.guard.start({ expiresIn: 600 });
    await world.pass(100);
    expect(phases([first])).toEqual(['expired']);
  });
});

describe('what is known', () => {
  it('is told to a tab that opens and knows nothing itself', async () => {
    const { world, first } = await blindTabs(2);
    first.crash();
    const late = await world.open(blind);
    await world.pass(300);
    expect(late.guard.status()).toMatchObject({ phase: 'active', endsAt: first.guard.status().endsAt });
  });

  it('is told by a tab that opens and knows more', async () => {
    const { world, first } = await blindTabs(1, 2 * minute);
    await world.pass(minute);
    const rendered = (late: Tab['guard']) =>
      late.rendered(
        { expiresIn: 600 },
        { requestedAt: late.now(), receivedAt: late.now(), navigated: false },
      );
    const late = await world.open(blind, { start: rendered });
    await world.pass(100);
    expect(first.guard.status().endsAt).toBe(late.guard.status().endsAt);
    await world.pass(5 * minute);
    expect(phases([first, late])).toEqual(['active', 'active']);
  });

  it('is warned about at one moment: whoever read the expiry first knows how long its life is', async () => {
    const { world, first } = await blindTabs(1, 60_000);
    await world.pass(15_000);
    const late = await world.open(blind);
    late.guard.rendered(
      { expiresIn: 44.7 },
      { requestedAt: late.guard.now(), receivedAt: late.guard.now(), navigated: false },
    );
    await world.pass(12_000);
    expect(phases([first, late])).toEqual(['active', 'active']);
    await world.pass(4000);
    expect(phases([first, late])).toEqual(['warning', 'warning']);
  });

  it('of requests that slide the end is told now and then, and asked for before a warning', async () => {
    const idle = { sessionName: 'idle', idleTimeout: '10m' };
    const { world, tabs, first, others } = await tabsOf(2, idle);
    first.guard.start({ requestedAt: world.now() });
    await world.pass(300);
    const said = world.neighbourhood.sent.length;
    const reply = { url: 'https://app.example/data', status: 200, headers: new Headers() };
    for (let second = 0; second < 110; second++) {
      first.guard.observe(reply, { requestedAt: world.now() });
      await world.pass(1000);
    }
    expect(world.neighbourhood.sent.length - said).toBe(1);
    await world.pass(9 * minute - 110_000 + 5000);
    expect(phases(tabs)).toEqual(['active', 'active']);
    expect(others[0]!.guard.status().endsAt).toBe(first.guard.status().endsAt);
    await world.pass(minute);
    expect(phases(tabs)).toEqual(['warning', 'warning']);
  });

  it('holds nothing that could be a token, nor who is signed in', async () => {
    const { world } = await tabsOf(2, { ...looked, subject: 'ada@example.org' });
    const sent = JSON.stringify(world.neighbourhood.sent);
    expect(world.neighbourhood.sent.length).toBeGreaterThan(1);
    expect(sent).not.toMatch(/ada|example\.org/);
  });
});

describe('a forged message', () => {
  const alive = (at: number, end: number) => ({
    v: 1,
    readings: [
      { source: 'look', requestedAt: at, receivedAt: at, alive: { expiry: { at: end, server: true } } },
    ],
  });
  const ended = (at: number, reason = 'expired') => ({
    v: 1,
    readings: [{ source: 'look', requestedAt: at, receivedAt: at, ended: { reason, certain: true } }],
  });

  it('of a session valid until 2099 is refused', async () => {
    const { world, first } = await tabsOf(1, looked);
    const { endsAt } = first.guard.status();
    world.neighbourhood.shout(url, alive(world.now(), Date.UTC(2099, 0)));
    await world.pass(1000);
    expect(first.guard.status().endsAt).toBe(endsAt);
  });

  it('of an ending costs one look, and a hundred of them not many more', async () => {
    const { world, first } = await tabsOf(1, looked);
    world.neighbourhood.shout(url, ended(world.now()));
    await world.pass(1000);
    expect([phases([first]), world.server.asked.length]).toEqual([['active'], 2]);
    expect(first.told()).toEqual(['change']);
    await world.pass(20_000);
    for (let i = 0; i < 100; i++) {
      world.neighbourhood.shout(url, ended(world.now()));
      await world.pass(100);
    }
    expect(world.server.asked.length).toBeLessThanOrEqual(4);
    expect(phases([first])).toEqual(['active']);
  });

  it('revives nothing without a look', async () => {
    const { world, first } = await tabsOf(1, looked, minute);
    await world.pass(2 * minute);
    const asked = world.server.asked.length;
    world.neighbourhood.shout(url, alive(world.now(), world.now() + 10 * minute));
    await world.pass(1000);
    expect([phases([first]), world.server.asked.length]).toEqual([['ended'], asked + 1]);
  });

  it.each([
    ['a newer version', (now: number) => ({ ...alive(now, now + 60 * minute), v: 2 })],
    [
      'another shape',
      (now: number) => ({ v: 1, readings: [{ ...alive(now, now).readings[0], alive: true }] }),
    ],
    ['a text', () => 'alive'],
    ['nothing', () => null],
    ['a text where a moment belongs', (now: number) => alive(now, 'soon' as never)],
    ['an ending before its request', (now: number) => alive(now, now - 1)],
    ['a request still to come', (now: number) => alive(now + minute, now + 60 * minute)],
    ['a thousand readings', (now: number) => ({ v: 1, readings: Array(1000).fill(ended(now).readings[0]) })],
  ])('of %s is dropped', async (_, message) => {
    const { world, first } = await tabsOf(1, looked);
    const before = first.guard.status();
    world.neighbourhood.shout(url, message(world.now()));
    await world.pass(1000);
    expect(first.guard.status()).toEqual(before);
    expect(world.server.asked.length).toBe(1);
  });

  it('after a flood of them is not read', async () => {
    const { world, first } = await tabsOf(1, blind);
    first.guard.start({ expiresIn: 600 });
    for (let i = 0; i < 300; i++) world.neighbourhood.shout('blind', { v: 1, readings: [] });
    world.neighbourhood.shout('blind', ended(world.now()));
    await world.pass(500);
    expect(phases([first])).toEqual(['active']);
    await world.pass(1000);
    world.neighbourhood.shout('blind', ended(world.now()));
    await world.pass(100);
    expect(phases([first])).toEqual(['ended']);
  });
});

describe('where something is missing', () => {
  it.each([{ channel: false }, { lock: false }, { channel: false, lock: false }])(
    '%j, one tab still works',
    async (has) => {
      const world = createWorld();
      Object.assign(world.neighbourhood.has, has);
      world.server.life = world.server.expiresAt! = 20 * minute;
      world.server.expiresAt = world.now() + 20 * minute;
      const tabs = [await world.open(looked), await world.open(looked)];
      await world.pass(18.5 * minute);
      expect(phases(tabs)).toEqual(['warning', 'warning']);
      const done = tabs[0]!.guard.renew('click');
      await world.pass(1000);
      expect((await done).ok).toBe(true);
    },
  );

  it('channels and locks that throw are as good as none', async () => {
    const world = createWorld();
    world.server.expiresAt = world.now() + 20 * minute;
    const no = () => {
      throw new Error('forbidden here');
    };
    const tab = await world.open(looked);
    tab.guard.stop();
    Object.assign(tab.ports, { channel: no, lock: no });
    tab.guard.resume();
    await world.pass(18.5 * minute);
    const done = tab.guard.renew('click');
    await world.pass(1000);
    expect(await done).toMatchObject({ ok: true, phase: 'active' });
  });
});
