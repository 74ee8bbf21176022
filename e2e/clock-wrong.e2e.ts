import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { untilDialog, untilEvent } from './prompt.ts';
import { everything, type Attributes } from './site-pages.ts';
import { signIn, story, visit } from './story.ts';
import { expectAt } from './times.ts';

const minutes = 60_000;
const readings: [string, Attributes][] = [
  ['a look', everything],
  ['expires-in', { 'expires-in': ({ expiresIn }) => expiresIn }],
  [
    'expires-at and expires-in',
    { 'expires-at': ({ expiresAt }) => expiresAt, 'expires-in': ({ expiresIn }) => expiresIn },
  ],
];

describe.concurrent('A clock that was wrong all along moves neither warning nor end', () => {
  for (const ahead of [10 * minutes, -10 * minutes]) {
    for (const [what, attributes] of readings) {
      const how = `${Math.abs(ahead) / minutes} minutes ${ahead > 0 ? 'fast' : 'slow'}`;
      story(`${how}, with ${what}`, async ({ site, context, open }) => {
        const tab = await open({ clockAhead: ahead });
        await signIn(context, site);
        await visit(tab, site.page(attributes));
        await untilEvent(tab, 'warning', { within: 3000 });
        await untilDialog(tab);
        expectAt(await untilEvent(tab, 'expired'), site.endsAt());
        const problems = entriesOf(tab.log, 'session-guard-problem').map(({ detail }) => detail);
        expect(problems.filter((one) => (one as { code: string }).code !== 'short-session')).toEqual([]);
      });
    }
  }

  story(
    'a server whose clock is a day off is believed about its own session',
    async ({ site, context, tab }) => {
      site.clockAhead = -24 * 60 * minutes;
      await signIn(context, site);
      await visit(tab, site.page(everything));
      await untilEvent(tab, 'warning', { within: 3000 });
      expectAt(await untilEvent(tab, 'expired'), site.endsAt());
      await untilEvent(tab, 'ended', { within: 4000 });
    },
  );
});
