import { describe, expect } from 'vitest';
import { end, renew, start } from './element.ts';
import { entriesOf } from './log.ts';
import { openMany, untilKnown } from './many.ts';
import { see, until, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { freeze, pass, resume, show, type Tab } from './tab.ts';

const session = '/api/session';
const renewal = '/api/session/renew';

describe.concurrent('Signing out and in', () => {
  story('in one tab is seen by all', async ({ site, context, open }) => {
    site.sessions.life = 300;
    await signIn(context, site);
    const tabs = await openMany(3, open, site.page(everything));
    const [first, second, third] = tabs as [Tab, Tab, Tab];
    const asked = site.askedOf(session).length;
    site.sessions.end('session_not_found');
    await end(third);
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
    await end(tabs[0]);
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
    void renew(dying).catch(() => undefined);
    await until(dying, 'the renewal to be asked', async () => site.askedOf(renewal).length > 0);
    site.answer(renewal, undefined);
    const done = renew(other);
    await pass(300);
    expect(site.askedOf(renewal)).toHaveLength(1);
    await dying.page.close();
    expect(await done).toMatchObject({ ok: true, phase: 'active' });
    expect(site.askedOf(renewal)).toHaveLength(2);
  });

  story.needs('freeze')(
    'of five that were asleep while the sixth renewed goes on',
    async ({ site, context, open }) => {
      site.sessions.life = 300;
      await signIn(context, site);
      const tabs = await openMany(6, open, site.page(everything));
      const [sleepers, awake] = [tabs.slice(0, 5), tabs[5]!];
      await start(awake, 20);
      for (const tab of sleepers) await freeze(tab);
      expect(await renew(awake)).toMatchObject({ ok: true, phase: 'active' });
      await pass(20_000);
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
      expect(await renew(tab)).toMatchObject({ ok: true, phase: 'active' });
      await untilEvent(tab, 'renewed');
      await untilPhase(tab, 'ended');
      await untilDialog(tab);
    });
});
