import { describe, expect, it } from 'vitest';
import { createWorld } from './testing/world.ts';

const minute = 60_000;
const site = { sessionUrl: 'https://app.example/session', renewUrl: 'https://app.example/renew' };

async function signedIn(life = 20 * minute, settings = {}) {
  const world = createWorld();
  world.server.life = life;
  world.server.expiresAt = world.server.now() + life;
  const tab = await world.open({ ...site, ...settings });
  // The look, and what follows for the other tabs.
  await world.pass(200);
  return { world, tab };
}

describe('a session that runs its course', () => {
  it('is read by one look, warned about once, and over by the clock before the server is asked again', async () => {
    const { world, tab } = await signedIn();
    expect(tab.guard.status().phase).toBe('active');
    await world.pass(17 * minute);
    expect(tab.told()).toEqual(['change']);
    await world.pass(1.5 * minute);
    expect(tab.guard.status().phase).toBe('warning');
    await world.pass(2 * minute);
    expect(tab.told()).toEqual(['change', 'change', 'warning', 'change', 'expired', 'change', 'ended']);
    expect(tab.guard.status()).toMatchObject({ phase: 'ended', ending: { reason: 'expired' } });
    expect(world.server.asked.map(({ kind }) => kind)).toEqual(['look', 'look', 'look']);
  });

  it('holds one timer while the end is far, and wakes up for nothing', async () => {
    const day = 24 * 60 * minute;
    const { world, tab } = await signedIn(20 * day);
    const woken = tab.wakeUps();
    await world.pass(19 * day);
    expect([tab.pending(), tab.wakeUps()]).toEqual([1, woken]);
    expect(tab.told()).toEqual(['change']);
  });

  it('holds one timer, however far the end is: browsers take 24.8 days at most', async () => {
    const { world, tab } = await signedIn(30 * 24 * 60 * minute);
    const woken = tab.wakeUps();
    await world.pass(26 * 24 * 60 * minute);
    expect([tab.pending(), tab.wakeUps()]).toEqual([1, woken + 1]);
    expect(tab.told()).toEqual(['change']);
  });

  it('sends nothing by itself after the end, whatever happens', async () => {
    const { world, tab } = await signedIn(2 * minute, { keepFresh: 'active' });
    world.server.lie = () => undefined;
    await world.pass(3 * minute);
    const asked = world.server.asked.length;
    tab.guard.input();
    await tab.guard.renew('click');
    tab.guard.observe(
      { url: 'https://app.example/x', status: 200, headers: new Headers() },
      { requestedAt: world.now() },
    );
    await world.pass(60 * minute);
    expect(world.server.asked.length).toBe(asked);
    expect(tab.guard.status().phase).toBe('ended');
  });
});

describe('no session', () => {
  it.each([
    ['401', { status: 401 }],
    ['200 null', { body: null }],
    ['200 {"user": null}', { body: { user: null } }],
  ])('answered by %s is nobody’s business: phase none, no event of an ending', async (_, said) => {
    const world = createWorld();
    world.server.lie = () => said;
    const tab = await world.open(site);
    await world.pass(5 * minute);
    expect(tab.guard.status().phase).toBe('none');
    expect(tab.told()).toEqual(['change']);
    expect(world.server.asked.length).toBe(1);
  });

  it('that begins later is found on return', async () => {
    const world = createWorld();
    const tab = await world.open(site);
    await world.pass(minute);
    tab.hide();
    world.server.expiresAt = world.server.now() + 20 * minute;
    await world.pass(minute);
    tab.show();
    await world.pass(minute);
    expect(tab.guard.status().phase).toBe('active');
    expect(tab.told()).not.toContain('restored');
  });
});

describe('the end by the clock', () => {
  it('is undone by a look that says alive, and by nothing else', async () => {
    const { world, tab } = await signedIn();
    tab.stepClock(60 * minute);
    tab.show();
    await world.pass(1);
    expect(tab.guard.status().phase).toBe('expired');
    await world.pass(3000);
    expect(tab.guard.status().phase).toBe('active');
    expect(tab.told()).toContain('restored');
    expect(tab.told()).not.toContain('warning');
  });

  it.each(['moment', 'duration'] as const)(
    'is asked about when the server must know of it too: its clock tells seconds only (%s)',
    async (states) => {
      for (let fraction = 0; fraction < 1000; fraction += 90) {
        const world = createWorld(Date.UTC(2026, 10, 20, 12) + fraction);
        world.server.states = states;
        world.server.expiresAt = world.now() + 5 * minute;
        const tab = await world.open(site);
        await world.pass(5 * minute + 2500);
        expect(tab.guard.status().phase).toBe('ended');
        expect(tab.told()).toEqual(['change', 'change', 'warning', 'change', 'expired', 'change', 'ended']);
      }
    },
  );

  it('stays expired, offline, when no answer comes, and claims no more', async () => {
    const { world, tab } = await signedIn();
    await world.pass(17 * minute);
    world.network.offline = true;
    await world.pass(10 * minute);
    expect(tab.guard.status()).toMatchObject({ phase: 'expired', offline: true });
    world.network.offline = false;
    tab.show();
    await world.pass(minute);
    expect(tab.guard.status().phase).toBe('ended');
  });

  it.each([
    ['403', { status: 403 }],
    ['407', { status: 407 }],
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['HTML', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['an opaque redirect', { status: 0, type: 'opaqueredirect' }],
    ['a shape nobody knows', { body: { api_key: { expires_at: '2020-01-01T00:00:00Z' } } }],
  ])('is not made certain by %s', async (_, said) => {
    const { world, tab } = await signedIn();
    await world.pass(minute);
    world.server.lie = () => said;
    await Promise.all([tab.guard.look(), world.pass(1000)]);
    expect(tab.guard.status()).toMatchObject({ phase: 'active', offline: true });
    await world.pass(30 * minute);
    expect(tab.guard.status()).toMatchObject({ phase: 'expired', offline: true });
  });

  it('comes at once after sleep, with no stale warning', async () => {
    const { world, tab } = await signedIn();
    await world.pass(minute);
    await world.sleep(60 * minute);
    tab.show();
    expect(tab.told()).toEqual(['change', 'change', 'expired']);
  });

  it('comes at once after a freeze, with no stale warning', async () => {
    const { world, tab } = await signedIn();
    tab.freeze();
    await world.pass(60 * minute);
    tab.resume();
    expect(tab.told()).toEqual(['change', 'change', 'expired']);
  });
});

describe('clocks', () => {
  it('set back by an hour change nothing', async () => {
    const { world, tab } = await signedIn();
    await world.pass(minute);
    tab.stepClock(-60 * minute);
    await world.pass(17.5 * minute);
    expect(tab.guard.status().phase).toBe('warning');
    await world.pass(2 * minute);
    expect(tab.guard.status().phase).toBe('ended');
  });

  it('set back after the end revive nothing', async () => {
    const { world, tab } = await signedIn();
    world.network.offline = true;
    await world.pass(21 * minute);
    tab.stepClock(-60 * minute);
    await world.pass(minute);
    tab.show();
    expect(tab.guard.status().phase).toBe('expired');
  });

  it.each([-24 * 60, -10, 10, 24 * 60])('wrong by %d minutes from the start do not matter', async (off) => {
    for (const states of ['moment', 'duration'] as const) {
      const world = createWorld();
      world.server.states = states;
      world.server.expiresAt = world.now() + 20 * minute;
      const tab = await world.open(site, { wallOff: off * minute });
      await world.pass(17 * minute);
      expect(tab.guard.status().phase).toBe('active');
      await world.pass(1.2 * minute);
      expect(tab.guard.status().phase).toBe('warning');
      await world.pass(1.9 * minute);
      expect(tab.guard.status().phase).toBe('ended');
    }
  });
});

describe('what the server rendered', () => {
  const rendered = { navigated: true, requestedAt: 0, receivedAt: 0 };

  it('holds without a look where it is a duration', async () => {
    const world = createWorld();
    const start = world.now();
    const tab = await world.open(
      {},
      {
        start: (guard) =>
          guard.rendered({ expiresIn: '600' }, { ...rendered, requestedAt: start - 1000, receivedAt: start }),
      },
    );
    expect(tab.guard.status()).toMatchObject({ phase: 'active', endsAt: start + 599_000 });
    await world.pass(599_000);
    expect(tab.guard.status().phase).toBe('expired');
  });

  it('is a doubt about the clock where it is a moment that has passed', async () => {
    const world = createWorld();
    const now = world.now();
    const tab = await world.open(
      {},
      {
        start: (guard) =>
          guard.rendered(
            { expiresAt: new Date(now - minute).toISOString() },
            { ...rendered, requestedAt: now, receivedAt: now },
          ),
      },
    );
    expect(tab.guard.status().phase).toBe('unknown');
    expect(tab.events).toContainEqual(expect.objectContaining({ type: 'problem', code: 'clock-wrong' }));
  });

  it('gives the server’s own now where it is both, so that a wrong clock does not matter', async () => {
    const world = createWorld();
    const now = world.now();
    const tab = await world.open(
      {},
      {
        wallOff: 60 * minute,
        start: (guard) =>
          guard.rendered(
            { expiresAt: new Date(now + 10 * minute).toISOString(), expiresIn: 600 },
            { ...rendered, requestedAt: guard.now(), receivedAt: guard.now() },
          ),
      },
    );
    expect(tab.guard.status().expiresAt).toBeCloseTo(now + 10 * minute, -4);
    await world.pass(9 * minute);
    expect(tab.guard.status().phase).toBe('warning');
  });

  it('that is over already is nobody’s business', async () => {
    const world = createWorld();
    const tab = await world.open(
      {},
      {
        start: (guard) =>
          guard.rendered(
            { expiresIn: 0 },
            { ...rendered, requestedAt: guard.now(), receivedAt: guard.now() },
          ),
      },
    );
    await world.pass(minute);
    expect(tab.guard.status().phase).toBe('none');
    expect(tab.told()).toEqual(['change']);
  });
});

describe('the page’s own word', () => {
  it('ends the session, and a reply asked for before does not revive it', async () => {
    const { world, tab } = await signedIn();
    const look = tab.guard.look();
    await world.pass(10);
    tab.guard.end();
    await world.pass(minute);
    await look;
    expect(tab.guard.status()).toMatchObject({
      phase: 'ended',
      endedHere: true,
      ending: { reason: 'signed-out' },
    });
  });

  it('starts a session, whose whole life is known', async () => {
    const world = createWorld();
    const tab = await world.open();
    tab.guard.start({ expiresIn: 40 });
    expect(tab.guard.status().phase).toBe('active');
    await world.pass(21_000);
    expect(tab.guard.status().phase).toBe('warning');
    await world.pass(20_000);
    expect(tab.guard.status().phase).toBe('expired');
    tab.guard.start({ expiresIn: 3600 });
    expect(tab.told().slice(-2)).toEqual(['change', 'restored']);
  });

  it('begins another session after an ending: nothing of the old one binds it', async () => {
    const world = createWorld();
    const tab = await world.open({ idleTimeout: '20m', renewUrl: 'https://app.example/renew' });
    const absolute_expires_at = new Date(world.now() + 60 * minute).toISOString();
    tab.guard.start({ body: { expires_in: 7200, absolute_expires_at } });
    await world.pass(15 * minute);
    tab.guard.end('revoked');
    await world.pass(minute);
    tab.guard.start({ expiresIn: 7200, requestedAt: world.now() });
    expect(tab.guard.status()).toMatchObject({
      phase: 'active',
      canRenew: true,
      endsAt: world.now() + 20 * minute,
    });
    for (let i = 0; i < 10; i++) {
      await world.pass(10 * minute);
      const reply = { url: 'https://app.example/api', status: 200, headers: new Headers() };
      tab.guard.observe(reply, { requestedAt: world.now() });
    }
    expect(tab.told().slice(3)).toEqual(['change', 'restored']);
  });

  it('does not start a session by a value that was refused', async () => {
    const world = createWorld();
    const tab = await world.open();
    tab.guard.start({ expiresAt: '2026-11-20T12:30:00' });
    expect(tab.guard.status().phase).toBe('unknown');
    expect(tab.events).toContainEqual(expect.objectContaining({ code: 'no-zone', field: 'expiresAt' }));
  });
});

it('stops: no timer, no request, no event from then on; and goes on with what it knew', async () => {
  const { world, tab } = await signedIn();
  tab.guard.stop();
  expect(tab.pending()).toBe(0);
  const asked = world.server.asked.length;
  await world.pass(30 * minute);
  expect([world.server.asked.length, tab.told()]).toEqual([asked, ['change']]);
  tab.guard.resume();
  expect(tab.told()).toEqual(['change', 'change', 'expired']);
});

it('back within a second of the last look, looks again; the focus that comes with it does not', async () => {
  const { world, tab } = await signedIn(2 * minute);
  await world.pass(3 * minute);
  tab.show();
  await world.pass(100);
  const asked = world.server.asked.length;
  tab.show();
  await world.pass(100);
  expect(world.server.asked.length).toBe(asked);
  tab.hide();
  tab.show();
  await world.pass(100);
  expect(world.server.asked.length).toBe(asked + 1);
});

it('online again, looks at once, however lately a look got no answer', async () => {
  const { world, tab } = await signedIn(2 * minute);
  world.network.offline = true;
  await world.pass(3 * minute);
  world.server.expiresAt = world.server.now() + 20 * minute;
  tab.show();
  await world.pass(10);
  world.network.offline = false;
  tab.show();
  await world.pass(500);
  expect(tab.guard.status().phase).toBe('active');
});

it('a timer that stands does not make the end late once the local clock jumped ahead', async () => {
  const world = createWorld();
  const tab = await world.open({}, { start: (guard) => guard.start({ expiresIn: 3600 }) });
  await world.pass(1000);
  tab.stepClock(50 * minute);
  tab.show();
  await world.pass(9 * minute);
  expect(tab.told()).toEqual(['change', 'change', 'warning']);
  await world.pass(minute);
  expect(tab.guard.status().phase).toBe('expired');
});

it('a moment that the page tells is compared with what is known of the clock', async () => {
  const world = createWorld();
  world.server.expiresAt = world.server.now() + 20 * minute;
  const tab = await world.open(site, { wallOff: 60 * minute });
  await world.pass(200);
  tab.guard.start({ expiresAt: new Date(world.server.now() + 30 * minute).toISOString() });
  await world.pass(200);
  expect(tab.told()).toEqual(['change']);
  expect(tab.guard.status().endsAt! - tab.guard.now()).toBeGreaterThan(29 * minute - 2000);
});
