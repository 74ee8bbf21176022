import { describe, expect } from 'vitest';
import { entriesOf } from '../log.ts';
import { see, until, untilDialog, untilEvent } from '../prompt.ts';
import { pass } from '../tab.ts';
import { pull, systemStory } from './system-story.ts';

describe.concurrent('Where the page replaces its access token in silence', () => {
  systemStory(
    'no warning is ever raised by it',
    async ({ signIn }) => {
      // The access token lives a sixth of this: it runs out twice while the page is in use.
      const tab = await signIn('60s');
      let refreshed = 0;
      tab.page.on('response', (reply) => {
        if (reply.url().endsWith('/auth/refresh?by=page') && reply.ok()) refreshed++;
      });
      for (let i = 0; i < 13; i++) {
        await pass(2000);
        await pull(tab, 'do-call');
      }
      expect(refreshed).toBeGreaterThanOrEqual(2);
      expect(entriesOf(tab.log, 'session-guard-warning')).toEqual([]);
      expect(await see(tab)).toMatchObject({ phase: 'active', dialog: false });
    },
    ({ id }) => id === 'trust-leads',
  );

  systemStory(
    'a refresh token that dies of disuse does, and the prompt says that the data is intact',
    async ({ signIn }) => {
      const tab = await signIn('14s');
      await untilEvent(tab, 'warning', { within: 15_000 });
      await untilEvent(tab, 'ended', { within: 25_000 });
      await untilDialog(tab);
      // What is slotted is the page's own: it is not in the prompt's text.
      const said = () => tab.page.evaluate(() => document.querySelector('session-guard')!.textContent ?? '');
      await until(tab, 'the page’s own words', said, (text) => /intact/i.test(text));
    },
    ({ id }) => id === 'trust-leads',
  );
});
