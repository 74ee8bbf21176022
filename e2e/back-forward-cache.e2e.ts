import { describe, expect } from 'vitest';
import { entriesOf, mark } from './log.ts';
import { see, untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { everything, idle, type Attributes } from './site-pages.ts';
import type { Report } from './in-page/recorder.ts';
import { signIn, story, visit } from './story.ts';
import { pass, type Tab } from './tab.ts';

async function leave(tab: Tab): Promise<void> {
  await Promise.all([tab.page.waitForNavigation(), tab.page.click('#away')]);
}

async function goBack(tab: Tab): Promise<Report> {
  const since = mark(tab.log);
  await tab.page.evaluate(() => history.back());
  const shown = await tab.log.wait('the page to come back', ({ kind }) => kind === 'pageshow', {
    after: since,
    within: 5000,
  });
  expect(shown.detail).toEqual({ persisted: true });
  return shown;
}

describe.concurrent('A page that comes back from the back/forward cache', () => {
  const pages: [string, Attributes, string[]][] = [
    ['asks at once', idle('14s'), ['expired']],
    [
      'asks at once, and a look tells why',
      { ...idle('14s'), 'session-url': '/api/session' },
      ['expired', 'ended'],
    ],
  ];
  for (const [what, attributes, phases] of pages) {
    story(`after the end ${what}`, async ({ site, context, tab }) => {
      site.limitIdleTime(14);
      await signIn(context, site);
      await visit(tab, site.page(attributes, { cacheControl: 'no-cache' }));
      await untilPhase(tab, 'active');
      await leave(tab);
      await pass(site.endsAt() + 1000 - Date.now());
      const since = mark(tab.log);
      const shown = await goBack(tab);
      const expired = await untilEvent(tab, 'expired', { after: since, within: 2000 });
      expect(expired.at - shown.at).toBeLessThan(1500);
      await untilPhase(tab, phases.at(-1) ?? '', { within: 4000 });
      await untilDialog(tab, { within: 2000 });
      expect(entriesOf(tab.log, 'session-guard-warning', since)).toEqual([]);
      expect(
        entriesOf(tab.log, 'session-guard-change', since).map(
          ({ detail }) => (detail as { phase: string }).phase,
        ),
      ).toEqual(phases);
    });
  }

  story('in time goes on as if nothing had been', async ({ site, context, tab }) => {
    site.sessions.life = 120;
    await signIn(context, site);
    await visit(tab, site.page(everything, { cacheControl: 'no-cache' }));
    await untilPhase(tab, 'active');
    await leave(tab);
    await pass(2000);
    await goBack(tab);
    await pass(2000);
    expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false, banner: false });
    expect(entriesOf(tab.log, 'session-guard-restored')).toEqual([]);
  });
});
