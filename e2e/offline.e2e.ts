import { describe, expect } from 'vitest';
import { entriesOf, mark } from './log.ts';
import { see, untilClosed, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass, setOffline } from './tab.ts';
import { expectAt } from './times.ts';

describe.concurrent('Offline when the time is up', () => {
  story('the session is expired, not ended, until the server can say so', async ({ site, context, tab }) => {
    site.sessions.life = 10;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilDialog(tab);
    await setOffline(tab, true);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
    await pass(4000);
    expect(await see(tab)).toMatchObject({ phase: 'expired', states: ['expired', 'offline'], dialog: true });
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);

    await setOffline(tab, false);
    expect((await untilEvent(tab, 'ended', { within: 5000 })).detail).toMatchObject({ reason: 'expired' });
    expect((await see(tab)).states).toEqual(['expired']);
  });

  story('a session that lives on is back as soon as the network is', async ({ site, context, tab }) => {
    site.sessions.life = 10;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilDialog(tab);
    await setOffline(tab, true);
    site.sessions.life = 100;
    site.sessions.extendLatest();
    await untilEvent(tab, 'expired');
    await pass(2500);
    const since = mark(tab.log);
    await setOffline(tab, false);
    await untilEvent(tab, 'restored', { after: since, within: 5000 });
    await untilPhase(tab, 'active', { within: 1000 });
    await untilClosed(tab, { within: 2000 });
    expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
  });

  const unclear = {
    'an error of the server': { status: 500, body: { error: 'internal' } },
    'a sign-in page for JSON': { headers: { 'Content-Type': 'text/html' }, body: '<h1>Sign in</h1>' },
    'no answer at all': { hang: true },
  };
  for (const [what, reply] of Object.entries(unclear)) {
    story(`${what} at the end ends nothing either`, async ({ site, context, tab }) => {
      site.sessions.life = 8;
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilDialog(tab);
      site.answer('/api/session', reply);
      await untilEvent(tab, 'expired');
      await pass(5000);
      expect(await see(tab)).toMatchObject({ phase: 'expired', dialog: true });
      expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
    });
  }
});
