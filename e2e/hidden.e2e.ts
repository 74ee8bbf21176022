import { describe, expect } from 'vitest';
import { readTimers } from './in-page/timers.ts';
import { untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything, idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { hide, pass, show, type Tab } from './tab.ts';
import { expectAt } from './times.ts';

async function wakeUps(tab: Tab): Promise<number> {
  return (await tab.page.evaluate(readTimers))?.wakeUps ?? NaN;
}

describe.concurrent('A hidden tab', () => {
  story(
    'is told of the warning and of the end in time, and does not tick',
    async ({ site, context, open }) => {
      const tab = await open({ countTimers: true });
      site.limitIdleTime(20);
      await signIn(context, site);
      await visit(tab, site.page(idle('20s')));
      await untilPhase(tab, 'active');
      await hide(tab);
      expectAt(await untilEvent(tab, 'warning'), site.endsAt() - 10_000, { late: 1500 });
      await pass(1500);
      const before = await wakeUps(tab);
      await pass(6000);
      expect((await wakeUps(tab)) - before).toBeLessThanOrEqual(1);
      expectAt(await untilEvent(tab, 'expired'), site.endsAt(), { late: 1500 });
      await show(tab);
      await untilDialog(tab, { within: 1500 });
    },
  );

  story('shows the warning that came meanwhile when the person returns', async ({ site, context, tab }) => {
    site.limitIdleTime(16);
    await signIn(context, site);
    await visit(tab, site.page(idle('16s')));
    await untilPhase(tab, 'active');
    await hide(tab);
    await untilEvent(tab, 'warning');
    await pass(2000);
    await show(tab);
    await untilDialog(tab, { within: 1500 });
  });

  story('with an address to look at, learns of the end in time and why', async ({ site, context, tab }) => {
    await signIn(context, site);
    await visit(tab, site.page(everything));
    await untilPhase(tab, 'warning');
    await hide(tab);
    expectAt(await untilEvent(tab, 'expired'), site.endsAt(), { late: 1500 });
    expect((await untilEvent(tab, 'ended', { within: 5000 })).detail).toMatchObject({ reason: 'expired' });
    await show(tab);
    await untilDialog(tab, { within: 1500 });
  });
});
