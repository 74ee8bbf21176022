import { describe, expect } from 'vitest';
import { entriesOf, mark } from './log.ts';
import { untilDialog, untilEvent, untilPhase } from './prompt.ts';
import { idle } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { freeze, hide, pass, resume } from './tab.ts';

describe.concurrent('A tab that was frozen', () => {
  story.needs('freeze')(
    'past the end is expired at once, with no stale warning',
    async ({ site, context, tab }) => {
      site.limitIdleTime(14);
      await signIn(context, site);
      await visit(tab, site.page(idle('14s')));
      await untilPhase(tab, 'active');
      await freeze(tab);
      await pass(site.endsAt() + 1500 - Date.now());
      const since = mark(tab.log);
      await resume(tab);
      const resumed = Date.now();
      const expired = await untilEvent(tab, 'expired', { after: since, within: 2000 });
      expect(expired.at - resumed).toBeLessThan(1500);
      await untilDialog(tab, { within: 1500 });
      expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
      expect(
        entriesOf(tab.log, 'session-guard-change', since).map(
          ({ detail }) => (detail as { phase: string }).phase,
        ),
      ).toEqual(['expired']);
    },
  );

  story.needs('freeze')(
    'in the background too, and a look says how it ended',
    async ({ site, context, tab }) => {
      site.limitIdleTime(14);
      await signIn(context, site);
      await visit(tab, site.page({ ...idle('14s'), 'session-url': '/api/session' }));
      await untilPhase(tab, 'active');
      await hide(tab);
      await freeze(tab);
      await pass(site.endsAt() + 500 - Date.now());
      const since = mark(tab.log);
      const asked = Date.now();
      await resume(tab);
      await untilEvent(tab, 'expired', { after: since, within: 2000 });
      await untilEvent(tab, 'ended', { after: since, within: 5000 });
      expect(entriesOf(tab.log, 'session-guard-warning', since)).toEqual([]);
      expect(site.askedOf('/api/session', asked).length).toBeLessThanOrEqual(2);
    },
  );

  story.needs('freeze')('past the warning only, warns at once', async ({ site, context, tab }) => {
    site.limitIdleTime(18);
    await signIn(context, site);
    await visit(tab, site.page(idle('18s')));
    await untilPhase(tab, 'active');
    await freeze(tab);
    await pass(site.endsAt() - 6000 - Date.now());
    const since = mark(tab.log);
    await resume(tab);
    const resumed = Date.now();
    const warning = await untilEvent(tab, 'warning', { after: since, within: 2000 });
    expect(warning.at - resumed).toBeLessThan(1500);
    await untilDialog(tab, { within: 1500 });
  });
});
