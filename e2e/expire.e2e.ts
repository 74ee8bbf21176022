import { describe, expect } from 'vitest';
import { renew } from './element.ts';
import { press, see, untilDialog, untilEvent, untilPhase, untilShown } from './prompt.ts';
import { everything, idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';
import { expectAt } from './times.ts';

describe.concurrent('At the end of a session', () => {
  story('the person is asked to sign in, and only looks are sent', async ({ site, context, tab }) => {
    await signIn(context, site);
    const url = site.page(everything);
    await visit(tab, url);
    const expired = await untilEvent(tab, 'expired');
    expectAt(expired, site.endsAt());
    const ended = await untilEvent(tab, 'ended', { within: 4000 });
    expect(ended.detail).toMatchObject({ reason: 'expired', code: 'session_expired' });
    await untilDialog(tab);
    const seen = await see(tab);
    expect(seen).toMatchObject({ phase: 'ended', modal: true, signInHref: `${site.origin}/signin` });
    expect(seen.parts).toContain('sign-in');
    expect(seen.parts).not.toContain('renew');

    await tab.page.mouse.move(200, 200);
    await tab.page.mouse.click(5, 5);
    await tab.page.keyboard.press('a');
    await pass(5000);
    const after = site.asked.filter(({ at }) => at > expired.at + 20);
    const sent = after.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(sent)).toEqual(new Set(['GET /api/session']));
    // A second one where the first came before the server thought it over.
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(tab.page.url()).toBe(url);
  });

  story('without an address to look at, nothing at all is sent', async ({ site, context, tab }) => {
    site.limitIdleTime(10);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('10s'), 'keep-fresh': 'active' }));
    const expired = await untilEvent(tab, 'expired');
    expectAt(expired, site.endsAt());
    await untilDialog(tab);
    await tab.page.keyboard.press('a');
    await tab.page.mouse.click(5, 5);
    expect(await renew(tab)).toMatchObject({ ok: false, phase: 'expired' });
    await pass(4000);
    expect(site.asked.filter(({ at }) => at > expired.at)).toEqual([]);
    expect(await see(tab)).toMatchObject({ phase: 'expired', dialog: true });
  });

  story('the warning becomes the sign-in prompt without closing', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    const open = await untilDialog(tab);
    await untilEvent(tab, 'ended');
    await untilShown(tab, 'another heading', ({ heading }) => heading !== headingOf(open.detail));
    const since = tab.log.entries.slice(tab.log.entries.indexOf(open));
    expect(
      since.filter(({ kind, detail }) => kind === 'shown' && !(detail as { dialog: boolean }).dialog),
    ).toEqual([]);
  });

  story(
    'a server that is slow to say its time is asked until the end is certain',
    async ({ site, context, tab }) => {
      site.sessions.life = 12;
      await signIn(context, site);
      const end = site.endsAt();
      site.answer('/api/session', { delay: 2500, body: site.describe(end, 0) });
      await visit(tab, site.page(everything));
      await untilEvent(tab, 'warning');
      site.answer('/api/session', undefined);
      // How late the server's clock may be is known to within the time that it took, so this comes early.
      expectAt(await untilEvent(tab, 'expired'), end, { early: 5500 });
      await untilPhase(tab, 'ended', { within: end + 6000 - Date.now() });
      await pass(1000);
      expect(await see(tab)).toMatchObject({ phase: 'ended', dialog: true });
      expect(site.askedOf('/api/session').length).toBeLessThanOrEqual(8);
    },
  );

  story('a look that comes a moment too early is followed by another', async ({ site, context, tab }) => {
    // No jitter, and a session that began just after a full second: its `Date` leaves most of one open, so
    // the guard, on the safe side, looks before the server thinks it over.
    await tab.page.evaluateOnNewDocument(() => {
      Math.random = () => 0;
    });
    site.clockAhead = -(Date.now() % 1000);
    site.sessions.life = 10;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilEvent(tab, 'expired');
    await untilPhase(tab, 'ended', { within: site.endsAt() + 5000 - Date.now() });
  });

  story(
    'the prompt can be put aside, so that what was written can be copied',
    async ({ site, context, tab }) => {
      site.sessions.life = 8;
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilPhase(tab, 'ended');
      await untilDialog(tab);
      await press(tab, 'dismiss');
      await untilShown(tab, 'the banner', ({ dialog, banner }) => !dialog && banner);
      await tab.page.click('#notes');
      await tab.page.keyboard.type('still mine');
      const seen = await see(tab);
      expect(seen).toMatchObject({ focus: 'notes', dialog: false, banner: true });
      expect(seen.signInHref).toBe(`${site.origin}/signin`);
      await pass(3000);
      expect(await see(tab)).toMatchObject({ dialog: false, banner: true });
    },
  );
});

function headingOf(detail: unknown): string {
  return (detail as { heading: string }).heading;
}
