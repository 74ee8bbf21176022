import { describe, expect } from 'vitest';
import { start } from './element.ts';
import { entriesOf } from './log.ts';
import { see, untilEvent, untilPhase } from './prompt.ts';
import { everything, idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { hide, pass, show, stepClock, type Tab } from './tab.ts';
import { expectAt } from './times.ts';

const hour = 3_600_000;

/** Nothing tells a page that the clock was set; coming back to the tab makes it compute anew. */
async function lookAway(tab: Tab): Promise<void> {
  await hide(tab);
  await show(tab);
}

describe.concurrent('The clock is set in mid-session', () => {
  story('back: warning and end come when they should', async ({ site, context, tab }) => {
    site.limitIdleTime(14);
    await signIn(context, site);
    await visit(tab, site.page(idle('14s')));
    await untilPhase(tab, 'active');
    await stepClock(tab, -hour);
    await lookAway(tab);
    expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 7000);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
  });

  story('back, where the end can be looked up: it comes when it should', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'warning');
    await stepClock(tab, -hour);
    await lookAway(tab);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt());
    await untilEvent(tab, 'ended', { within: 4000 });
  });

  story('back, after the end: nothing comes to life again', async ({ site, context, tab }) => {
    site.limitIdleTime(6);
    await signIn(context, site);
    await visit(tab, site.page(idle('6s')));
    await untilPhase(tab, 'expired');
    await stepClock(tab, -hour);
    await lookAway(tab);
    await pass(1500);
    expect(await see(tab)).toMatchObject({ phase: 'expired', dialog: true });
    expect(entriesOf(tab.log, 'session-guard-restored')).toEqual([]);
  });

  story(
    'forward, where a look can tell it from sleep: the session goes on',
    async ({ site, context, tab }) => {
      site.sessions.life = 45;
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilPhase(tab, 'active');
      const since = Date.now();
      await stepClock(tab, hour);
      await lookAway(tab);
      await pass(4000);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
      expect(entriesOf(tab.log, 'session-guard-ended')).toEqual([]);
      expect(site.askedOf('/api/session', since).length).toBeGreaterThan(0);
      expect(site.askedOf('/api/session', since).length).toBeLessThanOrEqual(4);
      expectAt(await untilEvent(tab, 'warning', { within: 15_000 }), site.endsAt() - 30_000, { late: 1500 });
    },
  );

  story('forward, and the end still comes in time', async ({ site, context, tab }) => {
    site.sessions.life = 16;
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'warning');
    await stepClock(tab, hour);
    await lookAway(tab);
    await pass(4000);
    expect(await see(tab)).toMatchObject({ phase: 'warning', dialog: true });
    expectAt(await untilEvent(tab, 'expired', { after: tab.log.entries.length }), site.endsAt(), {
      late: 1500,
    });
    await untilEvent(tab, 'ended', { within: 4000 });
  });

  story(
    'forward, where no look is possible: only a new reading leaves expired',
    async ({ site, context, tab }) => {
      site.limitIdleTime(60);
      await signIn(context, site);
      await visit(tab, site.page(idle('60s')));
      await untilPhase(tab, 'active');
      await stepClock(tab, hour);
      await lookAway(tab);
      await untilPhase(tab, 'expired', { within: 2000 });
      await pass(1000);
      expect((await see(tab)).phase).toBe('expired');
      expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
      await start(tab, 90);
      await untilEvent(tab, 'restored', { within: 1000 });
      expect((await see(tab)).phase).toBe('active');
    },
  );
});
