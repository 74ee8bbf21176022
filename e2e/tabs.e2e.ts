import { describe, expect } from 'vitest';
import type { GuardElement } from './element.ts';
import { entriesOf, mark } from './log.ts';
import { see, until, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Site } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { freeze, pass, resume, show, type Tab, type TabOptions } from './tab.ts';

const session = '/api/session';
const renewal = '/api/session/renew';

type Open = (options?: TabOptions) => Promise<Tab>;

async function openMany(howMany: number, open: Open, url: string): Promise<Tab[]> {
  const tabs: Tab[] = [];
  for (let i = 0; i < howMany; i++) {
    const tab = await open();
    await visit(tab, url);
    tabs.push(tab);
  }
  await Promise.all(tabs.map((tab) => untilKnown(tab)));
  return tabs;
}

const phaseOf = (tab: Tab) =>
  tab.page.evaluate(() => document.querySelector('session-guard')?.getAttribute('phase'));
const untilKnown = (tab: Tab) =>
  until(
    tab,
    'a known phase',
    () => phaseOf(tab),
    (phase) => phase !== 'unknown',
    10_000,
  );

/** Every tab does it, as near to at once as can be. */
const all = <T>(tabs: Tab[], act: () => T) => Promise.all(tabs.map((tab) => tab.page.evaluate(act)));

const renewHere = async () => {
  const outcome = await document.querySelector<GuardElement>('session-guard')!.renew();
  return [outcome.ok, outcome.phase];
};
const endHere = () => document.querySelector<GuardElement>('session-guard')!.end('signed-out');

/** A script of the same origin that means no good. */
async function forger(site: Site, open: Open): Promise<(message: unknown) => Promise<void>> {
  const tab = await open();
  await visit(tab, `${site.origin}/other`);
  return async (message) => {
    await tab.page.evaluate(
      (name, data) => new BroadcastChannel(name).postMessage(data),
      `session-guard ${site.origin}${session}`,
      message,
    );
  };
}

const reading = (at: number, said: object) => ({
  v: 1,
  readings: [{ source: 'look', requestedAt: at, receivedAt: at, ...said }],
});

describe.concurrent('Twenty tabs', () => {
  story('renew once between them, though all are asked', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = await openMany(20, open, site.page(everything));
    const before = await see(tabs[0]!);
    // Slow enough for the last to be asked while the first is at it.
    site.answer(renewal, () => {
      site.sessions.extendLatest();
      const body = { expires_at: new Date(site.endsAt()).toISOString() };
      return { delay: 4000, body };
    });
    await pass(1500);
    const outcomes = await all(tabs, renewHere);
    expect(outcomes).toEqual(tabs.map(() => [true, 'active']));
    expect(site.askedOf(renewal)).toHaveLength(1);
    const ends = new Set((await Promise.all(tabs.map(see))).map(({ endsAt }) => endsAt));
    expect(ends.size).toBe(1);
    expect([...ends][0]! > before.endsAt!).toBe(true);
  });

  story('that are told of a new end wait for it together', async ({ site, context, open }) => {
    site.sessions.life = 45;
    await signIn(context, site);
    const tabs = await openMany(6, open, site.page(everything));
    const since = Date.now();
    const marks = tabs.map((tab) => mark(tab.log));
    await tabs[2]!.page.evaluate(renewHere);
    await Promise.all(tabs.map((tab, i) => untilEvent(tab, 'warning', { after: marks[i], within: 40_000 })));
    // One look before the warning, for all of them; two where two had one moment.
    expect(site.askedOf(session, since).length).toBeLessThanOrEqual(2);
    expect(site.askedOf(renewal, since)).toHaveLength(1);
  });
});

describe.concurrent('Signing out and in', () => {
  story('in one tab is seen by all', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = await openMany(3, open, site.page(everything));
    const [first, second, third] = tabs as [Tab, Tab, Tab];
    const asked = site.askedOf(session).length;
    site.sessions.end('session_not_found');
    await third.page.evaluate(endHere);
    await Promise.all(tabs.map((tab) => untilPhase(tab, 'ended', { within: 5000 })));
    await show(first);
    await untilDialog(first);
    expect((await see(third)).dialog).toBe(false);
    expect(entriesOf(second.log, 'session-guard-ended')).toMatchObject([
      { detail: { reason: 'signed-out' } },
    ]);
    // The tab that was shown looks, and looks again where the focus comes much later.
    expect(site.askedOf(session).length).toBeLessThanOrEqual(asked + 2);

    await signIn(context, site);
    const fourth = await open();
    await visit(fourth, site.page(everything));
    await untilPhase(fourth, 'active');
    for (const tab of tabs) {
      await show(tab);
      await untilEvent(tab, 'restored', { within: 5000 });
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
    }
  });

  story('is heard by storage events where there is no BroadcastChannel', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = [await open(), await open()] as const;
    for (const tab of tabs) {
      await tab.page.evaluateOnNewDocument(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
      await visit(tab, site.page(everything));
      await untilKnown(tab);
    }
    await tabs[0].page.evaluate(endHere);
    await untilPhase(tabs[1], 'ended', { within: 5000 });
    expect(await tabs[1].page.evaluate(() => localStorage.length)).toBe(0);
  });
});

describe.concurrent('The server forgets', () => {
  story('and every tab ends once', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = await openMany(5, open, site.page(everything, { guardFetch: true }));
    site.sessions.end('session_not_found');
    await tabs[4]!.page.evaluate(async () => {
      const { api } = window as unknown as { api: typeof fetch };
      await api('/api/data');
    });
    await untilPhase(tabs[4]!, 'ended', { within: 5000 });
    for (const tab of tabs) {
      await show(tab);
      await untilPhase(tab, 'ended', { within: 5000 });
    }
    await pass(1000);
    for (const tab of tabs)
      expect(entriesOf(tab.log, 'session-guard-ended')).toMatchObject([{ detail: { reason: 'not-found' } }]);
  });
});

describe.concurrent('A tab', () => {
  story('that dies while it renews keeps nobody from renewing', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const [dying, other] = (await openMany(2, open, site.page(everything))) as [Tab, Tab];
    site.answer(renewal, { hang: true });
    void dying.page.evaluate(renewHere).catch(() => undefined);
    await until(dying, 'the renewal to be asked', async () => site.askedOf(renewal).length > 0);
    site.answer(renewal, undefined);
    const done = other.page.evaluate(renewHere);
    await pass(300);
    expect(site.askedOf(renewal)).toHaveLength(1);
    await dying.page.close();
    expect(await done).toEqual([true, 'active']);
    expect(site.askedOf(renewal)).toHaveLength(2);
  });

  story.needs('freeze')(
    'of five that were asleep while the sixth renewed goes on',
    async ({ site, context, open }) => {
      site.sessions.life = 14;
      await signIn(context, site);
      const tabs = await openMany(6, open, site.page(everything));
      const [sleepers, awake] = [tabs.slice(0, 5), tabs[5]!];
      for (const tab of sleepers) await freeze(tab);
      site.sessions.life = 300;
      expect(await awake.page.evaluate(renewHere)).toEqual([true, 'active']);
      await pass(15_000);
      for (const tab of sleepers) {
        await resume(tab);
        await show(tab);
        await until(
          tab,
          'the session to be alive',
          () => see(tab),
          ({ phase }) => phase === 'active',
        );
      }
    },
  );

  const missing: Record<string, () => void> = {
    'a BroadcastChannel': () => Reflect.deleteProperty(window, 'BroadcastChannel'),
    locks: () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
    storage: () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no storage here', 'SecurityError');
        },
      }),
    'any of these': () => {
      const no = () => {
        throw new DOMException('not here', 'SecurityError');
      };
      Object.defineProperty(window, 'BroadcastChannel', { value: no });
      Object.defineProperty(window, 'localStorage', { get: no });
      Object.defineProperty(Navigator.prototype, 'locks', { value: { request: no } });
    },
  };
  for (const [what, take] of Object.entries(missing))
    story(`works without ${what}`, async ({ site, context, tab }) => {
      site.sessions.life = 12;
      await signIn(context, site);
      await tab.page.evaluateOnNewDocument(take);
      await visit(tab, site.page(everything));
      await untilDialog(tab);
      await pass(2000);
      expect(await tab.page.evaluate(renewHere)).toEqual([true, 'active']);
      await untilEvent(tab, 'renewed');
      await untilPhase(tab, 'ended');
      await untilDialog(tab);
    });
});

describe.concurrent('A forged message', () => {
  story('is worth no more than the server’s word', async ({ site, context, open, tab }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const forge = await forger(site, open);
    await visit(tab, site.page(everything));
    await show(tab);
    await untilPhase(tab, 'active');
    const before = (await see(tab)).endsAt;
    const asked = site.askedOf(session).length;
    const expiry = (at: number) => ({ alive: { expiry: { at, server: true } } });

    await forge(reading(Date.now(), expiry(Date.UTC(2099, 0))));
    await forge({ ...reading(Date.now(), expiry(Date.now() + 3_600_000)), v: 2 });
    await forge('valid until 2099');
    await pass(500);
    expect([(await see(tab)).endsAt, site.askedOf(session).length]).toEqual([before, asked]);

    await forge(reading(Date.now(), { ended: { reason: 'expired', certain: true } }));
    await pass(1000);
    expect([(await see(tab)).phase, site.askedOf(session).length]).toEqual(['active', asked + 1]);
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
  });

  story('revives nothing, and a flood of them is not read', async ({ site, context, open, tab }) => {
    site.sessions.life = 8;
    await signIn(context, site);
    const forge = await forger(site, open);
    await visit(tab, site.page(everything));
    await show(tab);
    await untilPhase(tab, 'ended');
    const asked = site.askedOf(session).length;
    for (let i = 0; i < 30; i++)
      await forge(reading(Date.now(), { alive: { expiry: { at: Date.now() + 600_000, server: true } } }));
    await pass(1000);
    expect((await see(tab)).phase).toBe('ended');
    expect(site.askedOf(session).length - asked).toBeLessThanOrEqual(2);
  });
});
