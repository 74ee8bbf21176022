import { describe, expect } from 'vitest';
import { press, see, untilDialog, untilEvent, untilPhase } from '../prompt.ts';
import { everything, idle } from '../site-pages.ts';
import type { Reply } from '../site.ts';
import { signIn, story, visit } from '../story.ts';
import { untilText, warned } from './guard.ts';

describe.concurrent('The limit that a session comes to', () => {
  story('is told apart: nothing passes the absolute one', async ({ site, context, tab }) => {
    site.sessions.life = 16;
    await signIn(context, site);
    const page = {
      'expires-in': '600',
      'absolute-expires-at': ({ expiresAt }: { expiresAt: string }) => expiresAt,
      'renew-url': '/api/session/renew',
      'sign-in-url': '/signin',
    };
    await visit(tab, site.page(page));
    expect((await untilEvent(tab, 'warning')).detail).toMatchObject({ canRenew: false });
    await untilDialog(tab);
    const seen = await see(tab);
    expect(seen.text).toContain('It has lasted as long as it may, and cannot be renewed.');
    expect(seen.text).toContain('Sign in again now to go on without a break.');
    expect(seen.parts).not.toContain('renew');
    expect(seen.parts).toContain('sign-in');
    await untilPhase(tab, 'expired');
    await untilText(tab, /It lasted as long as it may\./);
  });

  story('is told apart: nothing was done for too long', async ({ site, context, tab }) => {
    site.limitIdleTime(12);
    await signIn(context, site);
    await visit(tab, site.page(idle('12s')));
    expect((await untilEvent(tab, 'warning')).detail).toMatchObject({ canRenew: true });
    await untilDialog(tab);
    await untilPhase(tab, 'expired');
    await untilText(tab, /Nothing was done in it for too long\./);
  });

  // Fails until the status of an ended session keeps the limit that it passed.
  story('is still told apart once the server has said so', async ({ site, context, tab }) => {
    site.limitIdleTime(12);
    await signIn(context, site);
    await visit(tab, site.page({ ...idle('12s'), ...everything }));
    await untilDialog(tab);
    await untilPhase(tab, 'ended');
    await untilText(tab, /Nothing was done in it for too long\./);
  });
});

describe.concurrent('A renewal from a warning that did not work', () => {
  const refusals: [string, (endsAt: string | null) => Reply][] = [
    ['that was refused', () => ({ status: 403, body: { error: 'forbidden' } })],
    ['that moved nothing', (endsAt) => ({ body: { expires_at: endsAt } })],
  ];
  for (const [what, reply] of refusals) {
    story(`${what} says so, beside the time that is left`, async ({ site, tab }) => {
      await visit(tab, site.page(warned));
      await untilDialog(tab);
      site.answer('/api/session/renew', reply((await see(tab)).endsAt));
      await press(tab, 'renew');
      const { parts, text } = await untilText(tab, /Staying signed in did not work\. You can try again\./);
      expect(parts).toEqual(expect.arrayContaining(['countdown', 'renew']));
      expect(text).toMatch(/Less than 10 minutes left/);
      expect(text).toMatch(/It ends at \d{1,2}:\d\d/);
    });
  }
});
