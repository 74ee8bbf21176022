import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { press, see, until, untilDialog, untilEvent } from './prompt.ts';
import { everything } from './site-pages.ts';
import type { Reply } from './site.ts';
import { signIn, story, visit } from './story.ts';
import { expectAt } from './times.ts';

const sameEnd = (end: number): Reply => ({ body: { expires_at: new Date(end).toISOString() } });
const signInPage = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><h1>Sign in</h1>' };

describe.concurrent('A renewal that did not work is shown as failed and changes nothing', () => {
  const failures: [string, (end: number) => Reply][] = [
    ['the server has an error', () => ({ status: 500, body: { error: 'internal' } })],
    ['the end did not move', sameEnd],
    ['a sign-in page comes instead of JSON', () => signInPage],
    ['the server redirects', () => ({ status: 302, headers: { Location: '/signin' } })],
    ['the connection breaks', () => ({ drop: true })],
  ];

  for (const [what, reply] of failures) {
    story(what, async ({ site, context, tab }) => {
      await signIn(context, site);
      site.answer('/api/session/renew', reply(site.sessions.latestEnd()));
      await visit(tab, site.page(everything));
      await untilDialog(tab);
      const before = await see(tab);
      await press(tab, 'renew');
      const failed = await until(
        tab,
        'words that say it failed',
        () => see(tab),
        ({ text, states }) =>
          !states.includes('renewing') && /could not|couldn’t|not work|fail|unable/i.test(text),
      );
      expect(failed).toMatchObject({ phase: 'warning', dialog: true, endsAt: before.endsAt });
      expect(failed.parts).toContain('renew');
      const expired = await untilEvent(tab, 'expired');
      expectAt(expired, site.endsAt());
      expect(entriesOf(tab.log, 'session-guard-renewed')).toEqual([]);
      expect(entriesOf(tab.log, 'session-guard-ended').filter(({ at }) => at < expired.at)).toEqual([]);
    });
  }
});
