import { describe, expect } from 'vitest';
import { renew, type GuardElement } from './element.ts';
import { entriesOf } from './log.ts';
import { press, see, untilClosed, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { expectAt } from './times.ts';

describe.concurrent('"Stay signed in"', () => {
  story('asks once, moves the end and closes the dialog', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilDialog(tab);
    const before = await see(tab);
    site.sessions.life = 20;
    await press(tab, 'renew');
    const renewed = await untilEvent(tab, 'renewed', { within: 3000 });
    await untilClosed(tab, { within: 2000 });
    expect(site.askedOf('/api/session/renew').map(({ method }) => method)).toEqual(['POST']);
    expect(entriesOf(tab.log, 'session-guard-before-renew').map(({ detail }) => detail)).toEqual([
      { trigger: 'click' },
    ]);
    const after = await see(tab);
    expect(after).toMatchObject({ phase: 'active', dialog: false, banner: false });
    expect(Date.parse(after.endsAt ?? '')).toBeGreaterThan(Date.parse(before.endsAt ?? ''));
    expect(entriesOf(tab.log, 'session-guard-restored')).toEqual([]);

    // A renewal tells how long the session lives, so the next warning comes at half of it.
    const warning = await untilEvent(tab, 'warning', { after: tab.log.entries.indexOf(renewed) });
    expectAt(warning, site.endsAt() - 10_000);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
  });

  story('believes a renewal that says nothing once a look confirms it', async ({ site, context, tab }) => {
    site.sessions.life = 20;
    await signIn(context, site);
    site.answer('/api/session/renew', () => {
      site.sessions.extendLatest();
      return { body: {} };
    });
    await visit(tab, site.page(everything));
    await untilDialog(tab);
    site.sessions.life = 40;
    const looks = site.askedOf('/api/session').length;
    await press(tab, 'renew');
    await untilEvent(tab, 'renewed', { within: 3000 });
    await untilClosed(tab, { within: 2000 });
    expect(site.askedOf('/api/session')).toHaveLength(looks + 1);
  });

  story('leaves the renewal to a page that cancels `-before-renew`', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await tab.page.evaluate(() => {
      const guard = document.querySelector<GuardElement>('session-guard');
      guard?.addEventListener('session-guard-before-renew', (event) => {
        event.preventDefault();
        setTimeout(() => guard.start({ expiresIn: 90 }), 200);
      });
    });
    await untilDialog(tab);
    await press(tab, 'renew');
    await untilPhase(tab, 'active', { within: 3000 });
    await untilClosed(tab, { within: 2000 });
    expect(site.askedOf('/api/session/renew')).toEqual([]);
  });

  story(
    'is not offered where nothing can renew; the time and a sign-in link are',
    async ({ site, context, tab }) => {
      await signIn(context, site);
      await visit(tab, site.page({ 'session-url': '/api/session', 'sign-in-url': '/signin' }));
      expect((await untilEvent(tab, 'warning')).detail).toMatchObject({ canRenew: false });
      await untilDialog(tab);
      const seen = await see(tab);
      expect(seen.parts).not.toContain('renew');
      expect(seen.parts).toContain('sign-in');
      expect(seen.signInHref).toBe(`${site.origin}/signin`);
    },
  );

  story('works by method too, and after the end sends nothing', async ({ site, context, tab }) => {
    site.sessions.life = 8;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilDialog(tab);
    site.sessions.life = 12;
    expect(await renew(tab)).toMatchObject({ ok: true, phase: 'active' });
    await untilEvent(tab, 'expired');
    const end = Date.now();
    expect((await renew(tab))?.ok).toBe(false);
    await untilEvent(tab, 'ended');
    expect((await renew(tab))?.ok).toBe(false);
    expect(site.askedOf('/api/session/renew', end)).toEqual([]);
  });
});
