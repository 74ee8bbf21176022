import { describe, expect } from 'vitest';
import { entriesOf } from './log.ts';
import { see, untilEvent } from './prompt.ts';
import { signIn, story, visit } from './story.ts';
import { pass } from './tab.ts';

describe.concurrent('`expires-at` alone, already past on a fresh page', () => {
  story('says that a clock is wrong, and nothing is shown', async ({ site, context, open }) => {
    site.sessions.life = 60;
    await signIn(context, site);
    const tab = await open({ clockAhead: 600_000 });
    await visit(tab, site.page({ 'expires-at': ({ expiresAt }) => expiresAt, 'sign-in-url': '/signin' }));
    const problem = await untilEvent(tab, 'problem', { within: 3000 });
    expect(problem.detail).toMatchObject({ code: 'clock-wrong', field: 'expires-at' });
    await pass(2500);
    expect(await see(tab)).toMatchObject({ phase: 'unknown', dialog: false, banner: false });
    for (const name of ['warning', 'expired', 'ended']) {
      expect(entriesOf(tab.log, `session-guard-${name}`)).toEqual([]);
    }
  });
});
